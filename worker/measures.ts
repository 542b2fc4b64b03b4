import { nowMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { measureQueues } from "@/platform/queues";
import { gauge } from "@/platform/telemetry";
import { valkey } from "@/platform/valkey";

const purposes = ["session", "cache", "queue", "realtime"] as const;

async function outboxAgeMs(): Promise<number> {
  const [oldest] = await db.write.rows<{ created_at: Date }>(sql`
    select created_at from outbox
    where published_at is null and parked_at is null and position is not null
    order by position limit 1`);
  return oldest === undefined ? 0 : Math.max(0, nowMs() - oldest.created_at.getTime());
}

const numberIn = (info: string, field: string) =>
  Number(new RegExp(`^${field}:(\\d+)`, "m").exec(info)?.[1] ?? 0);

/** What belongs to no process: the queues, the outbox, the stores. Every worker tells it. */
export function measureShared(): void {
  measureQueues();
  gauge({
    name: "insightdesk_outbox_age_ms",
    help: "How long the oldest event that is not published has waited.",
    read: async () => [{ labels: {}, value: await outboxAgeMs() }],
  });
  gauge({
    name: "insightdesk_store_bytes",
    help: "Memory that a store uses, by its purpose.",
    labels: ["purpose"],
    read: () =>
      Promise.all(
        purposes.map(async (purpose) => ({
          labels: { purpose },
          value: numberIn(await valkey(purpose).info("memory"), "used_memory"),
        })),
      ),
  });
  gauge({
    name: "insightdesk_store_evicted_keys",
    help: "Keys that a store gave up for want of memory since it started, by its purpose.",
    labels: ["purpose"],
    read: () =>
      Promise.all(
        purposes.map(async (purpose) => ({
          labels: { purpose },
          value: numberIn(await valkey(purpose).info("stats"), "evicted_keys"),
        })),
      ),
  });
}
