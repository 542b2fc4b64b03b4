import { type SearchPage, searchTickets } from "@/modules/search";
import type { Actor } from "@/platform/auth";
import { limits } from "@/platform/limits";
import type { Question } from "./questions";

export const ask = (actor: Actor, { text, typing = false }: Question): Promise<SearchPage> =>
  searchTickets(actor, { text, typing });

/** As a browser asks: on from where the patience was over, while little is found. */
export async function askOn(
  actor: Actor,
  question: Question,
  page: SearchPage,
): Promise<SearchPage> {
  if (page.next === null || page.tickets.length >= limits.searchPageRows) return page;
  const { text, typing = false } = question;
  const next = await searchTickets(actor, { text, typing, after: page.next });
  const rest = await askOn(actor, question, next);
  return { ...rest, tickets: [...page.tickets, ...rest.tickets] };
}

/** Whether the first ticket that the right spelling finds is on the page of the wrong one. */
export async function isMeant(
  actor: Actor,
  { of = "" }: Question,
  page: SearchPage,
): Promise<boolean> {
  const right = { text: of };
  const [first] = (await askOn(actor, right, await ask(actor, right))).tickets;
  const shown = page.tickets.slice(0, limits.searchPageRows);
  return first === undefined || shown.some(({ row }) => row.id === first.row.id);
}
