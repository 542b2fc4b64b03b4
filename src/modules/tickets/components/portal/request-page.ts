import type { RequestRow } from "../../schema";

export type RequestPage = {
  rows: RequestRow[];
  next: string | null;
  asOf: number;
  /** The requests that hold an answer which their reader has not seen. */
  unread: readonly string[];
};

const newestFirst = (one: RequestRow, other: RequestRow) =>
  one.updatedAt === other.updatedAt
    ? other.id.localeCompare(one.id)
    : other.updatedAt.localeCompare(one.updatedAt);

/** The rows as the database sorts them. */
export function inOrder(rows: readonly RequestRow[]): RequestRow[] {
  return [...rows].sort(newestFirst);
}

/** The rows of a list that somebody is in: their places stay, what arrived is left out. */
export function inPlaces(rows: readonly RequestRow[], places: readonly string[]): RequestRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return places.flatMap((id) => byId.get(id) ?? []);
}

/** The next page under those that are shown; it may be newer than them, which does no harm. */
export function withMore(page: RequestPage, more: RequestPage): RequestPage {
  const known = new Set(page.rows.map((row) => row.id));
  const rows = [...page.rows, ...more.rows.filter((row) => !known.has(row.id))];
  const unread = [...page.unread, ...more.unread];
  return { rows, next: more.next, asOf: Math.min(page.asOf, more.asOf), unread };
}

/** Requests under the names of those who asked, whoever had the latest news first. */
export function byPerson(rows: readonly RequestRow[]): { name: string; rows: RequestRow[] }[] {
  const people = new Map<string, { name: string; rows: RequestRow[] }>();
  for (const row of rows) {
    const person = people.get(row.requester.id) ?? { name: row.requester.name, rows: [] };
    people.set(row.requester.id, { ...person, rows: [...person.rows, row] });
  }
  return [...people.values()];
}
