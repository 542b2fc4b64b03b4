import { articlesSaying } from "@/modules/knowledge";
import { ticketPage, whereOf } from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { plainWords } from "../rules/asked";
import { numberIn } from "../rules/exact";
import type { Suggestions } from "../schema";
import { peopleCalled } from "./people";
import { readSearch, type SearchInput } from "./search-tickets";
import { subjectsSaying } from "./subjects";
import { textQuery } from "./text-query";

/** What can be told at once while somebody types: a number, subjects, people. */
export async function suggest(actor: Actor, input: SearchInput): Promise<Suggestions> {
  const number = numberIn(input.text);
  const { words, rest } = await readSearch(input);
  const [numbered, subjects, people, articles] = await Promise.all([
    number === null ? null : ticketNumbered(actor, number),
    words === null
      ? []
      : textQuery(words).then((text) =>
          text.words === 0 ? [] : subjectsSaying(actor, text, rest),
        ),
    words === null ? [] : peopleCalled(actor, plainWords(words)),
    words === null ? [] : articlesSaying(actor, plainWords(words).join(" "), input.typing),
  ]);
  return { numbered, subjects, people, articles };
}

async function ticketNumbered(actor: Actor, number: number) {
  const bounds = { op: "between", from: number, to: number } as const;
  const where = await whereOf(actor, { type: "number", field: "number", bounds });
  const [row] = (await ticketPage(actor, { where, sort: "updated" })).rows;
  if (row === undefined) return null;
  const { seenAt: _, ...shown } = row;
  return shown;
}
