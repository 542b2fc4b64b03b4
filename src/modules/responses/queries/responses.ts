import * as z from "zod";
import type { Actor } from "@/platform/auth/actor";
import { db, raw, type Sql, sql, type Transaction } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { usable } from "../access";
import type { ResponseView } from "../types";
import { responseColumns, type StoredResponse, toResponse } from "./row";

const escaped = (text: string) => text.replace(/[\\%_]/g, "\\$&");
const teamsJoin = sql`left join teams on teams.id = canned_responses.team_id`;

export const searchInput = z.object({ words: z.string().trim().max(limits.nameCharsMax) });

/** What fits some words, for a picker: its shortcut first, then its name, then its text. */
export async function searchResponses(
  actor: Actor,
  { words }: z.output<typeof searchInput>,
): Promise<{ responses: ResponseView[] }> {
  const beginning = `${escaped(words)}%`;
  const part = `%${escaped(words)}%`;
  const rank: Sql = sql`case
    when canned_responses.shortcut = ${words}::citext then 0
    when canned_responses.shortcut::text like ${beginning.toLowerCase()} then 1
    when canned_responses.name ilike ${beginning} then 2
    when canned_responses.name ilike ${part} then 3
    else 4 end`;
  const rows = await db.read.rows<StoredResponse>(sql`
    select ${responseColumns} from canned_responses ${teamsJoin}
    where ${usable(actor, "canned_responses")}
      and (canned_responses.shortcut::text like ${beginning.toLowerCase()}
        or canned_responses.name ilike ${part} or canned_responses.body ilike ${part})
    order by ${rank}, canned_responses.name, canned_responses.id
    limit ${raw(String(limits.responsesOfferedMax))}`);
  return { responses: rows.map(toResponse) };
}

export const listInput = z.object({
  words: z.string().trim().max(limits.nameCharsMax).default(""),
  /** The last one of the page before. */
  cursor: z.object({ name: z.string().max(limits.nameCharsMax), id: z.uuid() }).optional(),
});

export type ResponsePage = {
  responses: ResponseView[];
  next: { name: string; id: string } | null;
  asOf: number;
};

/** All that one may use, by name: for those who keep them. */
export async function responseList(
  actor: Actor,
  { words, cursor }: z.output<typeof listInput>,
): Promise<ResponsePage> {
  const [position] = await db.read.rows<{ last: number }>(sql`select last from event_positions`);
  const below =
    cursor === undefined
      ? sql`true`
      : sql`(canned_responses.name, canned_responses.id) > (${cursor.name}, ${cursor.id}::uuid)`;
  const rows = await db.read.rows<StoredResponse>(sql`
    select ${responseColumns} from canned_responses ${teamsJoin}
    where ${usable(actor, "canned_responses")} and ${below}
      and canned_responses.name ilike ${`%${escaped(words)}%`}
    order by canned_responses.name, canned_responses.id
    limit ${raw(String(limits.responsePageRows))}`);
  const last = rows.at(-1);
  const full = last !== undefined && rows.length === limits.responsePageRows;
  return {
    responses: rows.map(toResponse),
    next: full ? { name: last.name, id: last.id } : null,
    asOf: position?.last ?? 0,
  };
}

/** @throws AppError `not_found`, alike for absent and somebody else's. */
export async function responseById(
  actor: Actor,
  id: string,
  on: Pick<Transaction, "rows"> = db.read,
): Promise<ResponseView> {
  const [row] = await on.rows<StoredResponse>(sql`
    select ${responseColumns} from canned_responses ${teamsJoin}
    where canned_responses.id = ${id} and ${usable(actor, "canned_responses")}`);
  if (row === undefined) throw new AppError("not_found");
  return toResponse(row);
}
