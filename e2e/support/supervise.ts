import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import * as z from "zod";
import type { Stack } from "../../scripts/start/stack";
import type { Place } from "../../scripts/start/topology";
import { freePort } from "../../scripts/system/ports";
import { root } from "../../scripts/system/root";
import { type Supervision, superviseScaling } from "../../scripts/up/autoscale/supervisor";

const answerSchema = z.object({
  /** Words where it could not be decided. */
  decided: z.string().or(
    z.array(
      z.object({
        subject: z.enum(["web", "realtime", "sla-checks", "notifications", "analytics"]),
        change: z.union([z.literal(1), z.literal(0), z.literal(-1)]),
        reason: z.string(),
      }),
    ),
  ),
});

/**
 * The rules of this stack, asked in a process of its own that has the stack's environment: this one
 * starts other stacks, which must not take its database for theirs.
 */
function openDecider(stack: Stack): { decide: Supervision["decide"]; close(): Promise<void> } {
  const [member] = stack.members;
  if (member === undefined) throw new Error("There is no process whose environment to take.");
  const child = spawn(process.execPath, ["scripts/run.mjs", "e2e/support/decider.ts"], {
    cwd: root,
    env: member.env,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    decide: async (parts, machine) => {
      child.stdin.write(`${JSON.stringify({ parts, machine })}\n`);
      for (;;) {
        const { value, done } = await lines.next();
        if (done === true) throw new Error("Who decides has ended.");
        if (value.startsWith('{"decided"')) {
          const { decided } = answerSchema.parse(JSON.parse(value));
          if (typeof decided === "string") throw new Error(decided);
          return decided;
        }
      }
    },
    close: async () => {
      child.kill("SIGTERM");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}

/** The two workers and a third that works for promises alone, under the rule of their queue. */
export async function superviseWorkers(
  stack: Stack,
  report: (line: string) => void,
): Promise<{ close(): Promise<void> }> {
  const first = stack.workers.map(({ kind, name, port }): Place => ({ kind, name, port }));
  const third: Place = {
    kind: "worker",
    name: "worker-3",
    port: await freePort(),
    env: { WORKER_QUEUES: "sla-checks" },
  };
  const decider = openDecider(stack);
  const places = [...first, third];
  const supervision = superviseScaling({
    stack,
    groups: [{ name: "worker", subject: "sla-checks", kind: "worker", coresEach: 1, places }],
    cores: places.length,
    decide: decider.decide,
    everyMs: 1_000,
    report,
    onChange: () => undefined,
  });
  return {
    close: async () => {
      supervision.close();
      await decider.close();
      const left = stack.members.find(({ name }) => name === third.name);
      if (left !== undefined) await stack.remove(left);
    },
  };
}
