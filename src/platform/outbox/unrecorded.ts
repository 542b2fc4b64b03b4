import { nowMs } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { PlacedEnvelope } from "./event";
import { type OutboxRow, outboxColumns, toEnvelope } from "./log";

const batch = 200;
const literal = raw(String(batch));

/**
 * A consumer that records what it has done, and the events that it does something about: of changes
 * those of `fields`, where it says which.
 */
export type Recorder = {
  consumer: string;
  events: readonly string[];
  fields?: readonly string[];
};

type UnrecordedEvent = { event: PlacedEnvelope; missing: readonly string[] };
type Unrecorded = { events: UnrecordedEvent[]; next: number | null };

/**
 * Published events that somebody should have acted on and nobody has recorded an effect of. Old
 * enough that a job has had its time. In pages:
 * `next` is the position that the next one comes after, `missing` are those who have not recorded it.
 */
export async function unrecordedEvents(about: {
  recorders: readonly Recorder[];
  withinMs: number;
  after?: number;
}): Promise<Unrecorded> {
  const before = new Date(nowMs() - limits.republishAfterMs);
  const since = new Date(nowMs() - about.withinMs);
  const expected = about.recorders.flatMap(({ consumer, events, fields }) =>
    events.map((event) => ({ consumer, event, fields: fields?.join(",") ?? null })),
  );
  const rows = await db.write.rows<OutboxRow & { missing: string[] }>(sql`
    select ${outboxColumns}, missing from outbox
    cross join lateral (
      select array_agg(expected.consumer) as missing
      from unnest(${expected.map(({ consumer }) => consumer)}::text[],
        ${expected.map(({ event }) => event)}::text[],
        ${expected.map(({ fields }) => fields)}::text[]) as expected (consumer, event, fields)
      where expected.event = outbox.name
        and (expected.fields is null or exists (
          select from jsonb_path_query(outbox.payload, '$.changes[*].field') as changed (field)
          where changed.field #>> '{}' = any(string_to_array(expected.fields, ','))))
        and not exists (
          select from effects
          where effects.consumer = expected.consumer and effects.event_id = outbox.id)
    ) as unrecorded
    where published_at < ${before} and published_at > ${since} and position > ${about.after ?? 0}
      and missing is not null
    order by position limit ${literal}`);
  const last = rows.at(-1);
  const next = rows.length === batch && last !== undefined ? last.position : null;
  return { events: rows.map((row) => ({ event: toEnvelope(row), missing: row.missing })), next };
}
