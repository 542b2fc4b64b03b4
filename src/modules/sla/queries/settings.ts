import {
  contradictionIn,
  type Expression,
  isEverything,
  misfits,
  print,
  simplify,
} from "@/modules/filters";
import { filterSentences, type TicketFilterFields, ticketFieldsFor } from "@/modules/tickets";
import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { CalendarDefinition } from "../rules/calendar-definition";
import type { Promised } from "../rules/promise";
import { calendarDefinitionSchema } from "../schema";
import { activePolicies } from "./policies";

export type PolicyView = {
  id: string;
  version: number;
  name: string;
  /** The conditions as people write them, and as a sentence. */
  filter: string;
  sentence: string;
  promised: Promised;
  calendarId: string;
  calendarName: string;
  /** Why it is never asked, or asks for nothing; null: it works. */
  trouble: string | null;
};

function troubleOf(
  where: Expression,
  takenBy: string | null,
  fields: TicketFilterFields,
): string | null {
  const gone = misfits(where, fields);
  if (gone.length > 0)
    return `Asks for ${gone.join(" and ")}, which is gone: it fits no ticket until that is taken out.`;
  const contradiction = contradictionIn(where, fields);
  if (contradiction !== undefined) return contradiction;
  return takenBy === null ? null : `Never asked: “${takenBy}” above takes every ticket.`;
}

/** The policies in their order, each with what keeps it from working. */
export async function policyViews(): Promise<PolicyView[]> {
  let takenBy: string | null = null;
  const policies = await activePolicies(db.write);
  const fields = await ticketFieldsFor(policies.map(({ where }) => where));
  const sentences = await filterSentences(
    policies.map(({ where }) => where),
    fields,
  );
  return policies.map((policy, place) => {
    const { id, version, name, where, promised, calendarId, calendarName } = policy;
    const trouble = troubleOf(where, takenBy, fields);
    const takesAll = trouble === null && isEverything(simplify(where, fields));
    if (takesAll) takenBy = name;
    return {
      id,
      version,
      name,
      filter: print(where, { fields }),
      sentence: sentences[place] ?? "",
      promised,
      calendarId,
      calendarName,
      trouble,
    };
  });
}

export type CalendarView = {
  id: string;
  version: number;
  name: string;
  definition: CalendarDefinition;
  /** The policies that count in its hours. */
  usedBy: string[];
};

export async function calendarViews(): Promise<CalendarView[]> {
  const rows = await db.write.rows<{
    id: string;
    version: number;
    name: string;
    definition: unknown;
    used_by: string[];
  }>(sql`
    select id, version, name, definition, array(
      select sla_policies.name from sla_policies
      where sla_policies.calendar_id = sla_calendars.id and sla_policies.retired_at is null
      order by sla_policies.position) as used_by
    from sla_calendars where retired_at is null
    order by lower(name), id limit ${raw(String(limits.slaCalendarsMax))}`);
  return rows.map(({ used_by, definition, ...row }) => ({
    ...row,
    definition: calendarDefinitionSchema.parse(definition),
    usedBy: used_by,
  }));
}
