import { isRun, patternOf, runsOf } from "@/modules/filters";
import { db, join, type Sql, sql } from "@/platform/database";
import type { Words } from "../rules/asked";

export type TextQuery = {
  /** The database's query by words, which an index answers. */
  query: string;
  /** How many words it has; none are left of what is said everywhere ("the"). */
  words: number;
  /** Several words must be there together, which can be nearer together or farther apart. */
  isOfSeveral: boolean;
  /** What an index cannot answer, about `ticket_messages`: that words stand side by side. */
  alsoOf: (text: Sql) => Sql | null;
};

/** The question as the database reads it, in one short statement. */
export async function textQuery(words: Words): Promise<TextQuery> {
  const [read] = await db.search.rows<{ query: string; words: number }>(sql`
    select query::text as query, numnode(query)::int as words
    from (select ${indexed(words)} as query) as read`);
  return {
    query: read?.query ?? "",
    words: read?.words ?? 0,
    isOfSeveral: words.type === "all" && words.of.filter(isWanted).length > 1,
    alsoOf: (text) => besides(words, text),
  };
}

const isWanted = ({ type }: Words): boolean => type !== "without";
const parted = (text: string): string => text.replace(/[-_/#<>&]/gu, " ");
const allOf = (text: string): Sql => sql`plainto_tsquery('public.helpdesk', ${parted(text)})`;
const nothing = sql`''::tsquery`;

function indexed(words: Words): Sql {
  switch (words.type) {
    case "word":
      return words.prefix && isRun(words.text)
        ? sql`to_tsquery('public.helpdesk', ${`${words.text}:*`})`
        : allOf(words.text);
    case "phrase":
      return allOf(words.text);
    case "without":
      // Where the index would leave out too much, the texts themselves are looked at.
      return isIndexed(words.of) ? sql`!!(${indexed(words.of)})` : nothing;
    default:
      return join(words.of.map(indexed), words.type === "all" ? " && " : " || ", "(", ")");
  }
}

/** Whether the index alone can say it: single words, in whatever combination. */
function isIndexed(words: Words): boolean {
  if (words.type === "word") return runsOf(words.text).length < 2;
  if (words.type === "phrase") return false;
  return words.type === "without" ? isIndexed(words.of) : words.of.every(isIndexed);
}

function besides(words: Words, text: Sql): Sql | null {
  if (isIndexed(words)) return null;
  switch (words.type) {
    case "word":
    case "phrase":
      return sql`${text} ~* ${patternOf(words.text)}`;
    case "without":
      return sql`not ${whole(words.of, text)}`;
    case "all":
      return join(
        words.of.flatMap((each) => besides(each, text) ?? []),
        " and ",
        "(",
        ")",
      );
    case "any":
      return join(
        words.of.map((each) => whole(each, text)),
        " or ",
        "(",
        ")",
      );
  }
}

function whole(words: Words, text: Sql): Sql {
  const also = besides(words, text);
  const by = sql`search_vector(${text}) @@ ${indexed(words)}`;
  return also === null ? sql`(${by})` : sql`(${also} and ${by})`;
}
