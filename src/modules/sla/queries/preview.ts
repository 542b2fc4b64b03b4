import { filterOf } from "@/modules/filters";
import { nowMs } from "@/platform/clock";
import { db, raw, sql } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { type Clocks, readClocks } from "../rules/clock";
import { type KeptByMetric, keptOf, keptShare } from "../rules/kept-share";
import { policyFor } from "../rules/promise";
import type { TicketEvent } from "../rules/ticket-events";
import type { PolicyDraft } from "../schema";
import { type Matched, matchedTickets } from "./matching";
import { activePolicies, type Policy, type StoredPolicy, toPolicy } from "./policies";
import { readWhere } from "./read-where";
import { storiesOf } from "./stories";

export type Preview = {
  tickets: number;
  /** There were more in the last 30 days: the newest were looked at. */
  isCut: boolean;
  /** How many of them the draft would be asked for. */
  fitting: number;
  before: { share: number | null; byMetric: KeptByMetric };
  after: { share: number | null; byMetric: KeptByMetric };
};

const ticketsMax = raw(String(limits.slaPreviewTicketsMax + 1));

/** The newest tickets of the last 30 days. */
async function pastTickets(now: number): Promise<string[]> {
  const rows = await db.read.rows<{ id: string }>(sql`
    select id from tickets
    where created_at > ${new Date(now - limits.slaPreviewMs)} and not synthetic
    order by created_at desc, id desc limit ${ticketsMax}`);
  return rows.map(({ id }) => id);
}

async function draftedPolicy(draft: PolicyDraft): Promise<Policy> {
  const where = await readWhere(draft.filter);
  const [calendar] = await db.read.rows<
    Pick<StoredPolicy, "calendar_id" | "calendar_version" | "calendar_name" | "calendar_definition">
  >(sql`
    select id as calendar_id, version as calendar_version, name as calendar_name,
      definition as calendar_definition
    from sla_calendars where id = ${draft.calendarId} and retired_at is null`);
  if (calendar === undefined) throw new AppError("not_found");
  const definition = { where: filterOf(where), ...draft.promised };
  return toPolicy({ id: "", version: 0, name: "", definition, ...calendar });
}

const promisedNothing: Clocks = { firstResponse: null, nextResponse: null, resolution: null };

function clocksBy(
  policies: readonly Policy[],
  ticket: Matched,
  events: readonly TicketEvent[],
  now: number,
): Clocks {
  const policy = ticket.first === null ? undefined : policies[ticket.first];
  if (policy === undefined) return promisedNothing;
  return readClocks(events, policyFor(policy.promised, ticket.priority), policy.calendar, now);
}

/**
 * What would have become of the last 30 days' tickets by the policies as they would be with a draft
 * in the place of `policyId`, or at the end of the list; beside what the policies of today say.
 */
export async function previewPolicy(draft: PolicyDraft, policyId: string | null): Promise<Preview> {
  const now = nowMs();
  const today = await activePolicies(db.read);
  const drafted = await draftedPolicy(draft);
  const place = today.findIndex(({ id }) => id === policyId);
  const then = place === -1 ? [...today, drafted] : today.with(place, drafted);
  const found = await pastTickets(now);
  const ids = found.slice(0, limits.slaPreviewTicketsMax);
  const [before, after]: Clocks[][] = [[], []];
  let fitting = 0;
  const wheresOf = (policies: readonly Policy[]) => policies.map(({ where }) => where);
  for (let from = 0; from < ids.length; from += limits.slaRecomputeBatchMax) {
    const batch = ids.slice(from, from + limits.slaRecomputeBatchMax);
    const tickets = await matchedTickets(db.read, batch, wheresOf(today), wheresOf(then));
    const stories = await storiesOf(db.read, tickets);
    for (const ticket of tickets) {
      const events = stories.get(ticket.id) ?? [];
      const next = { ...ticket, first: ticket.firstOther };
      before?.push(clocksBy(today, ticket, events, now));
      after?.push(clocksBy(then, next, events, now));
      if (next.first !== null && then[next.first] === drafted) fitting += 1;
    }
  }
  const [was, becomes] = [keptOf(before ?? []), keptOf(after ?? [])];
  return {
    tickets: ids.length,
    isCut: found.length > ids.length,
    fitting,
    before: { share: keptShare(was), byMetric: was },
    after: { share: keptShare(becomes), byMetric: becomes },
  };
}
