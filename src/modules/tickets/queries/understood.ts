import { type Expression, type FieldKind, writeWord } from "@/modules/filters";
import { AppError } from "@/platform/errors";
import { readFilterFresh, ticketFieldsNow } from "./filter";
import { nearestName, withIds } from "./names";

type Problem = { start: number; end: number; says: string; suggestion?: string | undefined };

const nobody: Partial<Record<FieldKind, string>> = {
  person: "Nobody",
  team: "No team",
  organization: "No organization",
};

const refused = ({ start, end, says, suggestion }: Problem) =>
  new AppError("filter_not_understood", {
    detail: { start, end, says, ...(suggestion === undefined ? {} : { suggestion }) },
  });

/**
 * A filter that is understood as a whole, with ids for the names of people, teams and organizations.
 * @throws AppError `filter_not_understood` with the place, what is wrong there, and a guess.
 */
export async function understoodFilter(text: string): Promise<Expression> {
  const { expression, problems, unresolved } = await readFilterFresh(text);
  const [problem] = problems;
  if (problem !== undefined) throw refused({ ...problem, says: problem.message });
  const fields = ticketFieldsNow();
  const [named] = await withIds([expression], fields);
  const lost = unresolved.find(({ field, written }) =>
    named?.unknown.some((name) => name.field === field && name.written === written),
  );
  if (lost === undefined) return named?.expression ?? expression;
  const { start, end, written } = lost;
  const kind = fields.get(lost.field)?.kind ?? "person";
  const name = await nearestName(kind, written);
  const suggestion = name === undefined ? undefined : writeWord(name);
  const guess = suggestion === undefined ? "" : ` Did you mean “${suggestion}”?`;
  const says = `${nobody[kind] ?? "Nobody"} is called “${written}”.${guess}`;
  throw refused({ start, end, says, suggestion });
}
