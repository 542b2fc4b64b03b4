import type { Expression } from "@/modules/filters";
import { type Reader, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { BusinessCalendar } from "../rules/calendar";
import type { CalendarDefinition } from "../rules/calendar-definition";
import { compiledCalendar } from "../rules/compiled-calendars";
import type { Promised } from "../rules/promise";
import { calendarDefinitionSchema, policyDefinitionSchema } from "../schema";

/** A policy with its hours, ready to be counted with. */
export type Policy = {
  id: string;
  version: number;
  name: string;
  where: Expression;
  promised: Promised;
  calendarId: string;
  calendarVersion: number;
  calendarName: string;
  definition: CalendarDefinition;
  calendar: BusinessCalendar;
};

export type StoredPolicy = {
  id: string;
  version: number;
  name: string;
  definition: unknown;
  calendar_id: string;
  calendar_version: number;
  calendar_name: string;
  calendar_definition: unknown;
};

/** @throws ZodError when what is stored is no policy: nothing is promised from half of one. */
export function toPolicy(row: StoredPolicy): Policy {
  const { where, ...promised } = policyDefinitionSchema.parse(row.definition);
  const definition = calendarDefinitionSchema.parse(row.calendar_definition);
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    where: where.where,
    promised,
    calendarId: row.calendar_id,
    calendarVersion: row.calendar_version,
    calendarName: row.calendar_name,
    definition,
    calendar: compiledCalendar(definition),
  };
}

/** The policies in force, in the order in which they are asked. */
export async function activePolicies(on: Reader): Promise<Policy[]> {
  const rows = await on.rows<StoredPolicy>(sql`
    select sla_policies.id, sla_policies.version, sla_policies.name, sla_policies.definition,
      sla_policies.calendar_id, sla_calendars.version as calendar_version,
      sla_calendars.name as calendar_name, sla_calendars.definition as calendar_definition
    from sla_policies join sla_calendars on sla_calendars.id = sla_policies.calendar_id
    where sla_policies.retired_at is null
    order by sla_policies.position, sla_policies.id
    limit ${raw(String(limits.slaPoliciesMax))}`);
  return rows.map(toPolicy);
}
