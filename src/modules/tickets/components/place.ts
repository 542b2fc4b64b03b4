import { type TicketSort, ticketSorts } from "@/modules/tickets/client";

/** A state of the console, as its address writes it. */
export type Place = {
  /** The open ticket. */
  number: number | null;
  view: string | null;
  /** A filter that differs from the view's own. */
  filter: string | null;
  sort: TicketSort | null;
  /** The message at which the ticket opens: what a search found. */
  hit: string | null;
};

type Search = { get(name: string): string | null };

const numberPath = /^\/tickets\/(\d{1,15})$/;

export function readPlace(path: string, search: Search): Place {
  const number = numberPath.exec(path)?.[1];
  const sort = search.get("sort");
  return {
    number: number === undefined ? null : Number(number),
    view: search.get("view"),
    filter: search.get("q"),
    sort: ticketSorts.find((one) => one === sort) ?? null,
    hit: search.get("hit"),
  };
}

export function placeHref({ number, view, filter, sort, hit }: Place): string {
  const search = new URLSearchParams();
  if (view !== null) search.set("view", view);
  if (filter !== null) search.set("q", filter);
  if (sort !== null) search.set("sort", sort);
  if (hit !== null && number !== null) search.set("hit", hit);
  const query = search.toString();
  const path = number === null ? "/tickets" : `/tickets/${number}`;
  return query === "" ? path : `${path}?${query}`;
}

export type QueueView = {
  id: string;
  name: string;
  filter: string;
  sort: TicketSort;
  pin: number | null;
};

/** Which tickets a place asks for: the view's, or what was changed about it. */
export function queueOf(place: Place, views: readonly QueueView[]) {
  const view = views.find((one) => one.id === place.view) ?? views[0];
  const filter = place.filter ?? view?.filter ?? "";
  const sort = place.sort ?? view?.sort ?? "updated";
  return { view, filter, sort, changed: filter !== view?.filter || sort !== view?.sort };
}
