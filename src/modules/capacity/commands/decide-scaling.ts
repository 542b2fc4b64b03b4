import * as z from "zod";
import { nowMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { processReports } from "@/platform/processes";
import { scaledSubjects } from "../queries/scaling";
import { scalingMeasure } from "../queries/scaling-measure";
import { decideNow } from "../rules/scaling/decide";
import { isWorkerQueue, type ScalingSubject } from "../rules/scaling/subjects";
import type { StepPolicy, StepState } from "../rules/step-policy";

const stateSchema = z.object({
  replicas: z.number(),
  aboveSince: z.number().nullable(),
  belowSince: z.number().nullable(),
  lastStepAt: z.number().nullable(),
});

const minuteMs = 60_000;
/** After a longer pause nobody knows whether the value stood above all the while. */
const rememberMs = 5 * minuteMs;

async function stateBefore(subject: ScalingSubject, atMs: number): Promise<StepState | null> {
  const [row] = await db.write.rows<{ state: unknown }>(sql`
    select state from scaling_decisions
    where subject = ${subject} and at > ${new Date(atMs - rememberMs)}
    order by at desc limit 1`);
  const read = stateSchema.safeParse(row?.state);
  return read.success ? read.data : null;
}

async function decide(
  subject: ScalingSubject,
  policy: StepPolicy,
  running: number,
  atMs: number,
): Promise<void> {
  const [before, value] = await Promise.all([
    stateBefore(subject, atMs),
    scalingMeasure(subject, atMs),
  ]);
  // Just started: there is nothing yet that a decision could have been about.
  if (before === null && value === null) return;
  const at = atMs / 1_000;
  const { kind, replicas, reason, state } = decideNow({ policy, before, running, at, value });
  // Every worker decides; the first of each half minute is heard, and none where a supervisor does.
  await db.write.rows(sql`
    insert into scaling_decisions (subject, at, kind, value, running, replicas, reason, state)
    select ${subject}, ${new Date(atMs)}, ${kind}, ${value}, ${running}, ${replicas}, ${reason},
      ${JSON.stringify(state)}
    where not exists (
      select 1 from scaling_decisions
      where subject = ${subject} and at > ${new Date(atMs - rememberMs)}
        and state ->> 'carriedOut' = 'true')
    on conflict (subject, at) do nothing`);
}

/** Says of everything that scales what its rule asks for now, and writes down why. */
export async function decideScalingNow(): Promise<void> {
  const atMs = Math.floor(nowMs() / limits.scalingDecisionMs) * limits.scalingDecisionMs;
  const [{ subjects }, reports] = await Promise.all([scaledSubjects(), processReports()]);
  const live = reports.filter(({ silent }) => !silent);
  for (const { subject, policy } of subjects) {
    const wanted = isWorkerQueue(subject) ? "worker" : subject;
    const running = live.filter(({ kind }) => kind === wanted).length;
    await decide(subject, policy, running, atMs);
  }
}
