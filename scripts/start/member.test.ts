import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { freePort } from "../system/ports";
import { isAlive } from "../system/processes";
import { Member } from "./member";
import { probe } from "./probe";

const folder = mkdtempSync(join(tmpdir(), "insightdesk-member-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = join(folder, "process.mjs");
writeFileSync(
  program,
  `import { createServer } from "node:http";
   import { spawn } from "node:child_process";
   if (process.env.FAULT) { console.error(process.env.FAULT); process.exit(1); }
   const child = spawn("sleep", ["600"]);
   const server = createServer((_, res) => res.end(String(child.pid)));
   server.listen(Number(process.env.PORT));
   process.on("SIGTERM", () => process.exit(0));`,
);
const leash = join(import.meta.dirname, "leash.mjs");

async function aMember(env: Record<string, string> = {}, restartOnExit = true) {
  const port = await freePort();
  const reports: string[] = [];
  const member = new Member({
    kind: "web",
    name: "web-1",
    port,
    command: [process.execPath, "--import", leash, program],
    env: { NODE_ENV: "production", PATH: process.env.PATH, PORT: String(port), ...env },
    logFile: join(folder, "web-1.log"),
    readyMsMax: 10_000,
    restartOnExit,
    onSpawn: () => undefined,
    report: (line) => reports.push(line),
  });
  return { member, reports };
}

async function grandchildOf(member: Member): Promise<number> {
  return Number(await (await fetch(member.url.replace("localhost", "127.0.0.1"))).text());
}

test("a process is stopped with everything that it had started", async () => {
  const { member } = await aMember();
  await member.start();
  const pid = member.pid ?? 0;
  const grandchild = await grandchildOf(member);
  expect(isAlive(grandchild)).toBe(true);
  expect(await member.stop()).toBe(true);
  await vi.waitFor(() => expect([pid, grandchild].map(isAlive)).toEqual([false, false]), 45_000);
});

test("a process that dies is started again at the same address, and that is said", async () => {
  const { member, reports } = await aMember();
  await member.start();
  const first = member.pid ?? 0;
  process.kill(first, "SIGKILL");
  await vi.waitFor(() => expect(reports).toHaveLength(1), 45_000);
  await vi.waitFor(async () => expect(await probe(member.url)).toBe(200), { timeout: 45_000 });
  expect(member.pid).not.toBe(first);
  await member.stop();
});

test("a process that a test has killed stays down until the test brings it back", async () => {
  const { member } = await aMember();
  await member.start();
  await member.kill("SIGKILL");
  expect(member.pid).toBeUndefined();
  await member.restart();
  expect(await probe(member.url)).toBe(200);
  await member.stop();
});

test("a process whose port is taken does not start: whoever listens there is not it", async () => {
  const { member } = await aMember();
  const other = createServer((_, response) => response.end());
  await new Promise<void>((resolve) => other.listen(member.port, "127.0.0.1", resolve));
  await expect(member.start()).rejects.toThrow(
    `web-1 cannot start: port ${member.port} is in use.`,
  );
  await new Promise((resolve) => other.close(resolve));
});

test("a process that cannot start is not tried for ever: its own words are the answer", async () => {
  const { member } = await aMember({ FAULT: "AUTH_SECRET: must have at least 32 characters" });
  await expect(member.start()).rejects.toThrow(
    /^web-1 did not start: AUTH_SECRET: must have at least 32 characters/,
  );
});

test("when the supervisor is killed, the processes end by themselves", async () => {
  const port = await freePort();
  const supervisor = join(folder, "supervisor.mjs");
  writeFileSync(
    supervisor,
    `import { spawn } from "node:child_process";
     const child = spawn(process.execPath, ["--import", ${JSON.stringify(leash)}, ${JSON.stringify(program)}], {
       detached: true, env: { ...process.env, PORT: "${port}" }, stdio: ["ignore", "ignore", "ignore", "pipe"],
     });
     process.stdout.write(String(child.pid));
     setInterval(() => undefined, 1000);`,
  );
  const held = spawn(process.execPath, [supervisor], { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await once(held.stdout, "data");
  const pid = Number(String(said));
  await vi.waitFor(async () => expect(await probe(`http://localhost:${port}`)).toBe(200), 45_000);
  held.kill("SIGKILL");
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 45_000);
});
