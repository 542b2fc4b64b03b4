import { nowMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { scaledSubjects } from "../queries/scaling";
import { scalingMeasure } from "../queries/scaling-measure";
import { type Carried, decideForMachine, type Machine } from "../rules/scaling/one-machine";
import type { ScalingSubject } from "../rules/scaling/subjects";
import type { StepState } from "../rules/step-policy";

export type ScaledPart = { subject: ScalingSubject; running: number; coresEach: number };
export type ScaledChange = Carried<ScalingSubject>;

/**
 * Decides for one machine, by the rules that count now, and writes down what was decided and why.
 * Who carries it out asks every few seconds and is the only one to decide: workers that see its
 * rows keep silent. Steps and news are written at once, what stays as it was every half minute.
 */
export function machineScaling(): (
  parts: readonly ScaledPart[],
  machine: Machine,
) => Promise<ScaledChange[]> {
  const remembered = new Map<ScalingSubject, StepState>();
  const written = new Map<ScalingSubject, { news: string; atMs: number }>();

  async function write(decision: ScaledChange, atMs: number): Promise<void> {
    const { subject, kind, value, running, replicas, reason, state } = decision;
    const last = written.get(subject);
    const news = reason.startsWith("held:") ? "full" : kind;
    const isNews = kind === "step" || news !== last?.news;
    if (!isNews && atMs - last.atMs < limits.scalingDecisionMs) return;
    const kept = JSON.stringify({ ...state, carriedOut: true });
    await db.write.rows(sql`
      insert into scaling_decisions (subject, at, kind, value, running, replicas, reason, state)
      values (${subject}, ${new Date(atMs)}, ${kind}, ${value}, ${running}, ${replicas}, ${reason},
        ${kept})
      on conflict (subject, at) do nothing`);
    written.set(subject, { news, atMs });
  }

  return async (parts, machine) => {
    const atMs = nowMs();
    const { subjects } = await scaledSubjects();
    const policies = new Map(subjects.map(({ subject, policy }) => [subject, policy]));
    const groups = await Promise.all(
      parts.flatMap(({ subject, running, coresEach }) => {
        const policy = policies.get(subject);
        if (policy === undefined) return [];
        const before = remembered.get(subject) ?? null;
        const about = { subject, running, coresEach, policy, before };
        return [scalingMeasure(subject, atMs, coresEach).then((value) => ({ ...about, value }))];
      }),
    );
    const decisions = decideForMachine(groups, machine, Math.floor(atMs / 100) / 10);
    for (const decision of decisions) {
      // What could not be written down is not done.
      await write(decision, atMs);
      remembered.set(decision.subject, decision.state);
    }
    return decisions;
  };
}
