import { originalsKeepMs } from "@/modules/mail";
import { nowMs } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { firstIdAt } from "@/platform/ids";
import { limits } from "@/platform/limits";

/** How long each table that only grows keeps its rows. The event log outlives every catch-up. */
export const lifetimes = [
  {
    table: "outbox",
    when: "published_at",
    keepMs: limits.outboxKeepMs,
    also: "position is not null",
  },
  { table: "effects", when: "done_at", keepMs: limits.effectsKeepMs, also: "true" },
  { table: "commands", when: "created_at", keepMs: limits.commandsKeepMs, also: "true" },
  { table: "notifications", when: "done_at", keepMs: limits.doneKeepMs, also: "true" },
  { table: "notification_letters", when: "sent_at", keepMs: limits.lettersKeepMs, also: "true" },
  {
    table: "scaling_decisions",
    when: "at",
    keepMs: limits.scalingDecisionsKeepMs,
    also: "true",
  },
  { table: "guest_questions", when: "expires_at", keepMs: limits.guestQuestionMs, also: "true" },
  { table: "address_changes", when: "expires_at", keepMs: 0, also: "changed_at is null" },
  { table: "data_exports", when: "expires_at", keepMs: 0, also: "true" },
  { table: "kb_searches", when: "day", keepMs: limits.kbSearchesKeepMs, also: "true" },
  { table: "slow_calls", when: "at", keepMs: limits.slowCallsKeepMs, also: "true" },
  { table: "arrival_hours", when: "at", keepMs: limits.arrivalsKeepMs, also: "true" },
  {
    table: "webhook_deliveries",
    when: "settled_at",
    keepMs: limits.webhookDeliveriesKeepMs,
    also: "true",
  },
  { table: "incidents", when: "resolved_at", keepMs: limits.incidentsKeepMs, also: "true" },
  { table: "notices", when: "created_at", keepMs: limits.noticesKeepMs, also: "true" },
  // An answer by mail finds its ticket by the mail that it answers, so these stay for long.
  {
    table: "outgoing_mails",
    when: "created_at",
    keepMs: limits.mailsKeepMs,
    also: "state = 'sent'",
  },
  // Of a decided mail alone: what waits for an admin stays until somebody has decided it.
  {
    table: "raw_mail_contents",
    when: "raw_mail_id",
    keepMs: originalsKeepMs,
    also: "exists (select from raw_mails where id = raw_mail_id and state = 'decided')",
  },
  { table: "verifications", when: "expires_at", keepMs: limits.verificationsKeepMs, also: "true" },
] as const;

const batch = raw("5000");

type Lifetime = (typeof lifetimes)[number];

export const keptMs = ({ keepMs }: Lifetime): number =>
  typeof keepMs === "number" ? keepMs : keepMs();

/** Removes rows past their lifetime, a bounded batch at a time, so that no lock lasts. */
export async function forgetTheOld(): Promise<void> {
  for (const lifetime of lifetimes) {
    const { table, when, also } = lifetime;
    const sinceMs = nowMs() - keptMs(lifetime);
    // An id is as good as a date where a table has none, and its index is there already.
    const before = when === "raw_mail_id" ? firstIdAt(sinceMs) : new Date(sinceMs);
    await db.write.rows(sql`
      delete from ${raw(table)} where ctid = any(array(
        select ctid from ${raw(table)} where ${raw(when)} < ${before} and ${raw(also)}
        limit ${batch}))`);
  }
}
