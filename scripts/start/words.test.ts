import { expect, test } from "vitest";
import type { Running } from "./running-file";
import { nameOf, readyWords } from "./words";

const running: Running = {
  web: ["http://localhost:3000"],
  realtime: ["http://localhost:3001"],
  processes: [{ kind: "web", pid: 1, url: "http://localhost:3000" }],
  versions: { node: "20.19.0", postgres: "18.4", valkey: "redis 7.0.15", app: "0.1.0" },
  valkeyServer: { name: "redis", version: "7.0.15" },
};

test("a Redis is never reported as Valkey", () => {
  expect(nameOf({ name: "redis", version: "7.0.15" })).toMatch(/^Redis 7\.0\.15/);
  expect(nameOf({ name: "valkey", version: "8.1.0" })).toBe("Valkey 8.1.0");
  expect(nameOf({ name: "unknown", version: "1" })).not.toMatch(/^(Valkey|Redis)/);
});

test("the address comes before everything else", () => {
  const first = readyWords(running, { logs: "x" })
    .split("\n")
    .find((line) => line !== "");
  expect(first).toBe("InsightDesk is ready: http://localhost:3000");
});

test("one demo sign-in of each role is enough", () => {
  const account = (email: string, role: string) => ({ email, role, password: "secret" });
  const demo = [account("mia@x", "agent"), account("ben@x", "agent"), account("ada@x", "admin")];
  const words = readyWords({ ...running, demo }, { logs: "x" });
  expect(words).toContain("mia@x");
  expect(words).toContain("ada@x");
  expect(words).not.toContain("ben@x");
});

test("outside demo mode no sign-in is printed", () => {
  expect(readyWords(running, { logs: "x" })).not.toContain("sign-in");
});
