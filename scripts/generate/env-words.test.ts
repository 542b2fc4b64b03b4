import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { expect, test } from "vitest";
import { root } from "../system/root";
import { envExample, envTable, withEnvTable } from "./env-words";

test(".env.example names what the processes read; if not: npm run generate", () => {
  expect(readFileSync(join(root, ".env.example"), "utf8")).toBe(envExample());
});

test("the README's table names what the processes read; if not: npm run generate", () => {
  const file = join(root, "README.md");
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  expect(withEnvTable(text)).toBe(text);
});

test("a copy of .env.example sets nothing", () => {
  expect(parseEnv(envExample())).toEqual({});
});

test("the founding document's names are in it, what the supervisor says is not", () => {
  for (const name of ["DATABASE_REPLICA_URL", "VALKEY_QUEUE_URL", "CORS_ORIGINS", "WEB_PORT"]) {
    expect(envExample()).toContain(`# ${name}=`);
  }
  expect(envExample()).not.toContain("PROCESS_KIND");
});

test("only what lies between the marks is written anew", () => {
  const text =
    "before\n<!-- environment: written by npm run generate -->\nold\n<!-- end of environment -->\nafter";
  expect(withEnvTable(text)).toContain(`before\n`);
  expect(withEnvTable(text)).toContain(envTable());
  expect(withEnvTable(text)).not.toContain("\nold\n");
  expect(withEnvTable("no marks")).toBe("no marks");
});
