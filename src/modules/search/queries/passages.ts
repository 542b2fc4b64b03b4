import { db, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { cut, markEnd, markStart, type Piece, readPassage } from "../rules/passage";
import type { Hit } from "./hits";

/** Signs that part words in an index, and others that look alike and do so for the highlighter, too. */
const lookalikes: Readonly<Record<string, string>> = {
  "-": "\u2010",
  _: "\u203f",
  "/": "\u2044",
  "#": "\u266f",
  "<": "\u2039",
  ">": "\u203a",
  "&": "\uff06",
};
const signOf = new Map(Object.entries(lookalikes).map(([sign, alike]) => [alike, sign]));
/** Marks of our own that somebody wrote are left out. */
const written = `${Object.keys(lookalikes).join("")}${markStart}${markEnd}${cut}`;
const alike = Object.values(lookalikes).join("");

const options = [
  `StartSel=${markStart}`,
  `StopSel=${markEnd}`,
  `FragmentDelimiter=${cut}`,
  "MaxFragments=2",
  "MaxWords=16",
  "MinWords=6",
].join(", ");

export type Passage = { kind: "reply" | "note"; author: string; pieces: Piece[] };

/** What the messages say around the words; one statement for a page. */
export async function passagesOf(
  hits: readonly Hit[],
  query: string,
): Promise<ReadonlyMap<string, Passage>> {
  if (hits.length === 0) return new Map();
  const rows = await db.search.rows<{
    id: string;
    kind: "reply" | "note";
    author: string;
    passage: string;
  }>(sql`
    select ticket_messages.id, ticket_messages.kind, author.name as author,
      ts_headline('public.helpdesk',
        translate(left(ticket_messages.body_text, ${raw(String(limits.searchPassageCharsMax))}),
          ${written}, ${alike}),
        ${query}::tsquery, ${options}) as passage
    from unnest(${hits.map(({ id }) => id)}::uuid[], ${hits.map(({ at }) => at)}::timestamptz[])
      as hit (id, at)
    join ticket_messages on ticket_messages.id = hit.id and ticket_messages.created_at = hit.at
    join users author on author.id = ticket_messages.author_id`);
  return new Map(
    rows.map(({ id, kind, author, passage }) => {
      const text = passage.replace(
        /[\u2010\u203f\u2044\u266f\u2039\u203a\uff06]/gu,
        (sign) => signOf.get(sign) ?? sign,
      );
      return [id, { kind, author, pieces: readPassage(text) }];
    }),
  );
}
