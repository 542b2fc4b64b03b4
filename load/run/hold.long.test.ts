import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { hold } from "./hold";

test("a process that computes without end gets its share of a core and no more", async () => {
  const spinning = spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" });
  const held = hold(`spinning-${process.pid}`, [spinning.pid ?? 0], { cpu: 0.2, memoryMb: 256 });
  try {
    // Without the bound it would never be stopped in a span.
    await expect.poll(() => held.throttled().times).toBeGreaterThan(20);
  } finally {
    spinning.kill("SIGKILL");
    await once(spinning, "exit");
    held.release();
  }
});

test("a process that asks for more memory than its share is ended", async () => {
  const greedy = spawn(
    process.execPath,
    [
      "-e",
      "process.stdin.once('data', () => { const all = []; for (;;) all.push(Buffer.alloc(1e7, 1)); })",
    ],
    { stdio: ["pipe", "ignore", "ignore"] },
  );
  const held = hold(`greedy-${process.pid}`, [greedy.pid ?? 0], { cpu: 1, memoryMb: 150 });
  const ended = once(greedy, "exit");
  greedy.stdin.write("now");
  expect(await ended).toEqual([null, "SIGKILL"]);
  held.release();
});
