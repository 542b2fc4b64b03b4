import {
  type Answer,
  type Expression,
  fieldRegistry,
  describe as inWords,
  matches,
  parse,
} from "@/modules/filters/client";
import { type TicketRow, ticketFields } from "@/modules/tickets/client";

const fields = fieldRegistry(ticketFields);

export type ReadFilter = {
  expression: Expression;
  /** What was understood, as a sentence. */
  sentence: string;
  /** The first thing that was not understood, with what to write instead. */
  problem: string | null;
};

export function readFilter(text: string): ReadFilter {
  const { expression, problems } = parse(text, { fields });
  return {
    expression,
    sentence: inWords(expression, { fields }),
    problem: problems[0]?.message ?? null,
  };
}

/** Whether a row belongs to a filter, as far as the row can tell. */
export function belongs(
  expression: Expression,
  row: TicketRow,
  asking: { now: Date; meId: string; zone: string },
): Answer {
  const { now, meId, zone } = asking;
  return matches(expression, row, { fields, now, zone, actor: { id: meId } });
}
