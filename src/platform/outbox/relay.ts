import { raw, sql, transaction } from "@/platform/database";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import type { PlacedEnvelope } from "./event";
import { type OutboxRow, outboxColumns, toEnvelope } from "./log";

/** Sends one event on: to the queues of its consumers and to the sockets. */
export type Publish = (event: PlacedEnvelope) => Promise<void>;

/** Held while positions are given and events are sent on: one process at a time. */
export const relayLock = 4_011_977;
const batch = raw(String(limits.relayBatchMax));

/** The timeline that the primary writes on: its log's files are named after it. */
const ownTimeline = raw("('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int");

/**
 * Gives positions to events that have none. The lock is held to the commit, so positions become
 * visible in their order whichever process gives them; asks for unplaced rows, not for those above
 * a mark, because they commit out of order. On a database that went back (a replica that lagged was
 * promoted) a position would be given twice: there a new epoch begins with the first one.
 */
export async function placeEvents(): Promise<number> {
  const round = await transaction(async (tx) => {
    await tx.rows(sql`select pg_advisory_xact_lock(${relayLock})`);
    return tx.first<{ placed: number; turned: boolean; epoch: number; last: number }>(sql`
      with unplaced as (
        select id, row_number() over (order by seq) as turn from (
          select id, seq from outbox where position is null order by seq limit ${batch}
        ) as first_come
      ), counted as (
        select count(*)::int as placed from unplaced
      ), server as (
        select last, epoch, ${ownTimeline} as timeline,
          timeline <> 0 and timeline <> ${ownTimeline} as turned
        from event_positions
      ), moved as (
        update event_positions set last = event_positions.last + counted.placed,
          epoch = event_positions.epoch + server.turned::int, timeline = server.timeline
        from counted, server
        where counted.placed > 0 or event_positions.timeline <> server.timeline
        returning event_positions.last
      ), given as (
        update outbox set position = moved.last - counted.placed + unplaced.turn
        from unplaced, moved, counted where outbox.id = unplaced.id
      )
      select placed, turned, epoch + turned::int as epoch, last from counted, server`);
  });
  if (round?.turned)
    log().error(
      { epoch: round.epoch, lastPosition: round.last },
      "the database goes on from an earlier point: a new epoch begins, and every browser fetches anew",
    );
  return round?.placed ?? 0;
}

type Fault = { id: string; name: string; position: number; parked: boolean; err: unknown };
export type Sent = {
  published: number;
  /** Why the rest waits: the store is away. */
  outage: unknown;
  /** What could not be published and does not hold up the rest; parked is for an operator. */
  faults: Fault[];
};

/**
 * Publishes what is placed and not yet published, in the order of positions, under the same lock.
 * An event is published once or more: its consumers record what they have done.
 */
export async function publishPlaced(
  publish: Publish,
  isOutage: (thrown: unknown) => boolean,
): Promise<Sent> {
  return transaction(async (tx) => {
    await tx.rows(sql`select pg_advisory_xact_lock(${relayLock})`);
    const rows = await tx.rows<OutboxRow & { attempts: number }>(sql`
      select ${outboxColumns}, attempts from outbox
      where published_at is null and parked_at is null and position is not null
      order by position limit ${batch}`);
    const published: string[] = [];
    const faults: Fault[] = [];
    let outage: unknown;
    for (const row of rows) {
      try {
        await publish(toEnvelope(row));
        published.push(row.id);
      } catch (thrown) {
        if (isOutage(thrown)) {
          outage = thrown;
          break;
        }
        const { id, name, position } = row;
        const parked = row.attempts + 1 >= limits.relayAttemptsMax;
        faults.push({ id, name, position, parked, err: thrown });
        await tx.rows(sql`
          update outbox set attempts = attempts + 1, fault = ${String(thrown).slice(0, 500)},
            parked_at = case when ${parked} then now() end
          where id = ${id}`);
      }
    }
    if (published.length > 0)
      await tx.rows(sql`update outbox set published_at = now() where id = any(${published})`);
    return { published: published.length, outage, faults };
  });
}
