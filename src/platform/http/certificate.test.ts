import { spawnSync } from "node:child_process";
import { createServer } from "node:tls";
import { expect, test } from "vitest";
import { certificateEnd, certificateState } from "./certificate";

const dayMs = 86_400_000;

test("three weeks before its end a certificate warns, in the last one it is critical", () => {
  const at = Date.UTC(2026, 10, 1);
  const ends = (days: number) => certificateState(new Date(at + days * dayMs), at);
  expect(ends(30)).toEqual({ daysLeft: 30, level: "fine" });
  expect(ends(20)).toEqual({ daysLeft: 20, level: "warning" });
  expect(ends(6)).toEqual({ daysLeft: 6, level: "critical" });
  expect(ends(-1)).toEqual({ daysLeft: -1, level: "critical" });
});

test("the certificate that an address answers with is the one that counts", async () => {
  const made = spawnSync(
    "openssl",
    "req -x509 -newkey rsa:2048 -nodes -days 9 -subj /CN=localhost -keyout -".split(" "),
    { encoding: "utf8" },
  ).stdout;
  const server = createServer({ key: made, cert: made });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const end = await certificateEnd(`https://localhost:${port}`);
  server.close();
  expect(end === null ? 0 : certificateState(end).daysLeft).toBeGreaterThanOrEqual(8);
});

test("an address without TLS has none to watch", async () => {
  expect(await certificateEnd("http://localhost:1")).toBeNull();
});
