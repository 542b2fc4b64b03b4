import { type ExplainedClock, explainTicket, type Metric } from "@/modules/sla";
import type { TicketHead } from "@/modules/tickets";
import { nowMs } from "@/platform/clock";
import { db, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { type DelayParts, type Held, type Stretch, whereItWent } from "../rules/delay/minutes";

type About = { ticketId: string; startMs: number; endMs: number };
const stretchOf = (from: Date, to: Date | null): Stretch => ({
  fromMs: from.getTime(),
  toMs: (to ?? new Date(nowMs())).getTime(),
});

/** Until somebody had it: from its beginning to the first person that it was given to. */
async function routing({ ticketId, startMs, endMs }: About): Promise<Held[]> {
  const [row] = await db.read.rows<{ at: Date | null; assigned: boolean }>(sql`
    select (select activity_logs.created_at from activity_logs
        cross join jsonb_path_query(activity_logs.detail,
          '$.changes[*] ? (@.field == "assigneeId" && @.from == null)') as change
        where activity_logs.ticket_id = ${ticketId}
          and activity_logs.created_at >= ${new Date(startMs)}
        order by activity_logs.created_at limit 1) as at,
      assignee_id is not null as assigned
    from tickets where id = ${ticketId}`);
  if (row === undefined || (row.at === null && row.assigned)) return [];
  const toMs = Math.min(row.at?.getTime() ?? endMs, endMs);
  return [{ cause: "routing", fromMs: startMs, toMs }];
}

/** Until others could know of what happened: from the commit to the publication. */
async function queue({ ticketId, startMs, endMs }: About): Promise<Held[]> {
  const rows = await db.write.rows<{ created_at: Date; published_at: Date | null }>(sql`
    select created_at, published_at from outbox
    where ticket_id = ${ticketId} and name in ('ticket.created', 'message.added')
      and created_at >= ${new Date(startMs)} and created_at <= ${new Date(endMs)}
    order by seq limit 200`);
  return rows.map((row) => ({
    cause: "queue" as const,
    ...stretchOf(row.created_at, row.published_at),
  }));
}

/** While the servers were slow or failed, as their incidents say. */
async function slowness({ startMs, endMs }: About): Promise<Held[]> {
  const rows = await db.read.rows<{ opened_at: Date; resolved_at: Date | null }>(sql`
    select opened_at, resolved_at from incidents
    where subject in ('indicator:responseMsP95', 'indicator:errorRate', 'indicator:connectionPool')
      and opened_at <= ${new Date(endMs)}
      and coalesce(resolved_at, now()) >= ${new Date(startMs)}
    order by opened_at limit 200`);
  return rows.map((row) => ({
    cause: "slowness" as const,
    ...stretchOf(row.opened_at, row.resolved_at),
  }));
}

/** From the answer to its mail: what the customer waited for after we had answered. */
async function mailAfter(ticketId: string, endMs: number): Promise<Stretch | null> {
  const [row] = await db.read.rows<{ sent_at: Date | null; state: string }>(sql`
    select sent_at, state from outgoing_mails
    where ticket_id = ${ticketId} and kind = 'reply' and created_at >= ${new Date(endMs)}
    order by created_at limit 1`);
  if (row === undefined || row.state === "failed") return null;
  const toMs = row.sent_at?.getTime() ?? nowMs();
  return toMs > endMs ? { fromMs: endMs, toMs } : null;
}

/** By what a promise was held up, from its beginning to the answer and from there to the mail. */
export async function delayPartsOf(ticketId: string, clock: ExplainedClock): Promise<DelayParts> {
  const startMs = Date.parse(clock.startedAt);
  const endMs = clock.endedAt === null ? nowMs() : Date.parse(clock.endedAt);
  const about = { ticketId, startMs, endMs };
  const answered = clock.endedAt !== null && clock.metric !== "resolution";
  const [mail, ...held] = await Promise.all([
    answered ? mailAfter(ticketId, endMs) : null,
    routing(about),
    queue(about),
    slowness(about),
  ]);
  const counted = clock.spans.filter(({ reason }) => reason === "open");
  const whole = mail === null ? counted : [...counted, mail];
  const mailed: Held[] = mail === null ? [] : [{ cause: "mail", ...mail }];
  const sums = whereItWent(whole, [...held.flat(), ...mailed]);
  // Of a very long course the oldest spans are not told one by one; they were waiting, too.
  const untold = Math.max(
    0,
    clock.sumsMs.open - counted.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0),
  );
  return { ...sums, person: sums.person + untold };
}

/**
 * Where the minutes of a promise went: the working time until the answer, by what held it up.
 * @throws AppError `not_found` when the ticket has no such promise.
 */
export async function delayOf(head: TicketHead, metric: Metric) {
  const { clocks } = await explainTicket(head);
  const clock = clocks.find((each) => each.metric === metric);
  if (clock === undefined) throw new AppError("not_found");
  const partsMs = await delayPartsOf(head.row.id, clock);
  const delayMs = Object.values(partsMs).reduce((sum, each) => sum + each, 0);
  return { metric, targetMs: clock.targetMs, delayMs, partsMs };
}
