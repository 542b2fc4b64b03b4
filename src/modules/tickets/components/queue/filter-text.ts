import { type FieldDefinition, filterFieldOf } from "@/modules/fields/client";
import {
  type Answer,
  type Expression,
  type Field,
  type FieldRegistry,
  fieldRegistry,
  matches,
  parse,
} from "@/modules/filters/client";
import { type TicketRow, ticketFields } from "@/modules/tickets/client";

export type FilterFields = FieldRegistry<Field<TicketRow>>;

/** The fields that a filter may name: the tickets' own, and the custom ones. */
export const filterFields = (custom: readonly FieldDefinition[]): FilterFields =>
  fieldRegistry<Field<TicketRow>>([...ticketFields, ...custom.map(filterFieldOf)]);

export type ReadFilter = {
  expression: Expression;
  /** The first thing that was not understood, with what to write instead. */
  problem: string | null;
};

export function readFilter(text: string, fields: FilterFields): ReadFilter {
  const { expression, problems } = parse(text, { fields });
  return { expression, problem: problems[0]?.message ?? null };
}

/** Whether a row belongs to a filter, as far as the row can tell. */
export function belongs(
  expression: Expression,
  row: TicketRow,
  asking: { fields: FilterFields; now: Date; meId: string; zone: string },
): Answer {
  const { fields, now, meId, zone } = asking;
  return matches(expression, row, { fields, now, zone, actor: { id: meId } });
}
