import * as z from "zod";
import { nowMs } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { allowedMs } from "../rules/scaling/consequences";
import {
  foundingPolicy,
  isWorkerQueue,
  type ScalingSubject,
  scalingSubjects,
} from "../rules/scaling/subjects";
import type { Sample, StepPolicy } from "../rules/step-policy";
import { stepPolicySchema } from "../schema";
import { figuresOf } from "./figures";

export type PolicyVersion = {
  version: number;
  /** Null stands for the founding rule. */
  policy: StepPolicy | null;
  reason: string;
  by: string;
  at: string;
};
export type ScaledSubject = {
  subject: ScalingSubject;
  /** What counts now: the newest version, or the founding rule. */
  policy: StepPolicy;
  version: number;
  isFounding: boolean;
  versions: PolicyVersion[];
};

type Row = {
  version: number;
  policy: unknown;
  reason: string;
  name: string;
  at: Date;
};

const shownMax = raw(String(limits.scalingVersionsShownMax));
const storedSchema = z.nullable(stepPolicySchema);

async function scaledSubject(subject: ScalingSubject): Promise<ScaledSubject> {
  const rows = await db.read.rows<Row>(sql`
    select scaling_policies.version, scaling_policies.policy, scaling_policies.reason, users.name,
      scaling_policies.at
    from scaling_policies join users on users.id = scaling_policies.actor_id
    where scaling_policies.subject = ${subject}
    order by scaling_policies.version desc limit ${shownMax}`);
  const versions = rows.map(({ version, policy, reason, name, at }) => ({
    version,
    policy: storedSchema.parse(policy),
    reason,
    by: name,
    at: at.toISOString(),
  }));
  const set = versions[0]?.policy ?? null;
  return {
    subject,
    policy: set ?? foundingPolicy(subject),
    version: versions[0]?.version ?? 0,
    isFounding: set === null,
    versions,
  };
}

/** How everything is scaled, and how it came to that. */
export async function scaledSubjects(): Promise<{ subjects: ScaledSubject[] }> {
  return { subjects: await Promise.all(scalingSubjects.map(scaledSubject)) };
}

const dayMs = 24 * 3_600_000;

type Minute = { at: Date; value: number; processes: number };

/** CPU in per cent of a core, of all web processes together. */
const webMinutes = (since: Date) =>
  db.read.rows<Minute>(sql`
    select at, 100 * sum(sum / greatest(count, 1)) as value, count(*)::int as processes
    from metric_samples
    where span_seconds = 60 and name = 'insightdesk_cpu_share' and process_kind = 'web'
      and at > ${since}
    group by at order by at limit 1500`);

/** Sockets of all realtime processes together. */
const socketMinutes = (since: Date) =>
  db.read.rows<Minute>(sql`
    select at, sum(highest) as value, count(*)::int as processes
    from metric_samples
    where span_seconds = 60 and name = 'insightdesk_sockets' and at > ${since}
    group by at order by at limit 1500`);

const queueMinutes = (since: Date, queue: string) =>
  db.read.rows<Minute>(sql`
    select at, max(highest) as value, 0 as processes
    from metric_samples
    where span_seconds = 60 and name = 'insightdesk_queue_jobs'
      and labels = ${`queue=${queue},state=waiting`} and at > ${since}
    group by at order by at limit 1500`);

export type ScalingTrace = {
  /** Whether the value is what all of them carry together, and more of them share. */
  shared: boolean;
  samples: Sample[];
  /** How many ran at first; null where that was not measured. */
  replicas: number | null;
  /** How long one may wait for it, by the objective that counts. */
  allowedMs: number;
};

/** The measure that a policy looks at, minute by minute over the last day. */
export async function scalingTrace(subject: ScalingSubject): Promise<ScalingTrace> {
  const since = new Date(nowMs() - dayMs);
  const isQueue = isWorkerQueue(subject);
  const servers = subject === "web" ? webMinutes : socketMinutes;
  const set = await figuresOf("objectives");
  const minutes = isQueue ? await queueMinutes(since, subject) : await servers(since);
  return {
    shared: !isQueue,
    samples: minutes.map(({ at, value }) => ({ at: at.getTime() / 1_000, value })),
    replicas: isQueue ? null : (minutes[0]?.processes ?? null),
    allowedMs: allowedMs(isQueue ? "worker" : "server", set),
  };
}

export type LoggedDecision = {
  subject: ScalingSubject;
  at: string;
  kind: "step" | "held" | "unmeasured";
  running: number;
  replicas: number;
  reason: string;
};

/** What the rules asked for last, what they held back, and what they could not see. */
export async function scalingDecisions(): Promise<{ decisions: LoggedDecision[] }> {
  const rows = await db.read.rows<Omit<LoggedDecision, "at"> & { at: Date }>(sql`
    select subject, at, kind, running, replicas, reason
    from scaling_decisions where kind <> 'idle' and subject = any(${[...scalingSubjects]}::text[])
    order by at desc, subject desc limit 50`);
  return { decisions: rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
}
