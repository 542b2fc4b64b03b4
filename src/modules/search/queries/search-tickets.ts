import { type Expression, isEverything } from "@/modules/filters";
import {
  readFilterFresh,
  type TicketRow,
  ticketFieldsNow,
  ticketPage,
  ticketRows,
  whereOf,
  withIds,
} from "@/modules/tickets";
import type { Actor } from "@/platform/auth/actor";
import { db } from "@/platform/database";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { sheds } from "@/platform/surge";
import { plainWords, readAsked, type Words, withAlternatives } from "../rules/asked";
import type { FoundTicket, SearchPage } from "../schema";
import { type TicketHits, ticketHits } from "./message-hits";
import { type Mark, readMark, writeMark } from "./page-mark";
import { passagesOf } from "./passages";

import { type TextQuery, textQuery } from "./text-query";
import { type TicketFilter, ticketFilter } from "./ticket-filter";
import { correctionsOf, wordsBeginning } from "./words";

export type SearchInput = {
  text: string;
  /** The last word is not finished. */
  typing: boolean;
  after?: string | undefined;
};

const nothingFound: SearchPage = {
  tickets: [],
  next: null,
  lookedBackTo: null,
  corrected: [],
  tooCommon: false,
};

/** What is asked: the filter language, with names turned into ids. */
export async function readSearch({ text, typing }: SearchInput) {
  const read = await readFilterFresh(text);
  const [named] = await withIds([read.expression], ticketFieldsNow(), db.search);
  return readAsked(named?.expression ?? read.expression, typing);
}

/** A page of tickets whose messages say the words and that are what the fields ask. */
export async function searchTickets(actor: Actor, input: SearchInput): Promise<SearchPage> {
  const { words, rest, onlyExcludes } = await readSearch(input);
  if (onlyExcludes) throw new AppError("search_only_excludes");
  if (words === null)
    return isEverything(rest) ? nothingFound : ticketsThatAre(actor, rest, input.after);
  const text = await textQuery(await withBeginnings(words));
  if (text.words === 0) return { ...nothingFound, tooCommon: true };
  const mark = input.after === undefined ? { from: null, skip: 0 } : readMark(input.after);
  const tickets = await ticketFilter(actor, rest);
  const exact = await ticketHits({ actor, text, tickets, mark });
  const found = await shown(actor, exact, text);
  if (exact.next !== null || found.tickets.length >= limits.searchPageRows) return found;
  return withCorrections(actor, { words, tickets, found });
}

/** Fields alone: the tickets, the last changed first. */
async function ticketsThatAre(
  actor: Actor,
  rest: Expression,
  after: string | undefined,
): Promise<SearchPage> {
  const page = await ticketPage(actor, {
    where: await whereOf(actor, rest),
    sort: "updated",
    after,
  });
  return {
    ...nothingFound,
    tickets: page.rows.map(({ seenAt: _, ...row }) => ({ row, hit: null, more: 0 })),
    next: page.next,
  };
}

/** A stem can be shorter than what was typed of its word: "universi" begins "university", "univers". */
async function withBeginnings(words: Words): Promise<Words> {
  const last = words.type === "all" ? words.of.at(-1) : words;
  if (last?.type !== "word" || !last.prefix) return words;
  const begun = await wordsBeginning(last.text);
  return withAlternatives(words, (word) => (word === last.text ? begun : []));
}

async function shown(actor: Actor, hits: TicketHits, text: TextQuery): Promise<SearchPage> {
  const ids = hits.tickets.map(({ ticketId }) => ticketId);
  const [rows, passages] = await Promise.all([
    ids.length === 0 ? [] : ticketRows(actor, ids, db.search),
    passagesOf(
      hits.tickets.map(({ best }) => best),
      text.query,
    ),
  ]);
  const rowOf = new Map<string, TicketRow>(rows.map((row) => [row.id, row]));
  const tickets = hits.tickets.flatMap(({ ticketId, best, count }): FoundTicket[] => {
    const [row, passage] = [rowOf.get(ticketId), passages.get(best.id)];
    if (row === undefined || passage === undefined) return [];
    const hit = { messageId: best.id, at: best.at.toISOString(), ...passage };
    return [{ row, hit, more: count - 1 }];
  });
  return {
    ...nothingFound,
    tickets,
    next: hits.next === null ? null : writeMark(hits.next),
    lookedBackTo: hits.lookedBackTo?.toISOString() ?? null,
  };
}

type Exact = {
  words: Words;
  tickets: TicketFilter;
  found: SearchPage;
};

/** Few say it, and a word of it is in no list: what was probably meant comes below. */
async function withCorrections(
  actor: Actor,
  { words, tickets, found }: Exact,
): Promise<SearchPage> {
  if (sheds("searchDepth")) return found;
  const corrections = await correctionsOf(plainWords(words));
  if (corrections.size === 0) return found;
  const meant = withAlternatives(words, (word) => corrections.get(word) ?? []);
  const text = await textQuery(meant);
  const more: FoundTicket[] = [];
  let mark: Mark | null = { from: null, skip: 0 };
  // Nobody can go on from here: the marks belong to the words as they were typed.
  for (let batch = 0; batch < limits.searchCorrectedBatchesMax && mark !== null; batch += 1) {
    const hits: TicketHits = await ticketHits({ actor, text, tickets, mark });
    more.push(...(await shown(actor, hits, text)).tickets);
    mark = more.length < limits.searchPageRows ? hits.next : null;
  }
  const known = new Set(found.tickets.map(({ row }) => row.id));
  const added = more.filter(({ row }) => !known.has(row.id) && known.add(row.id));
  return {
    ...nothingFound,
    tickets: [...found.tickets, ...added].slice(0, limits.searchPageRows),
    corrected:
      added.length === 0
        ? []
        : [...corrections].map(([written, meantWords]) => ({ written, meant: [...meantWords] })),
  };
}
