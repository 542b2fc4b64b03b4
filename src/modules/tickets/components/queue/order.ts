import {
  comparePlaces,
  type Place,
  placeOf,
  type TicketRow,
  type TicketSort,
} from "@/modules/tickets/client";
import { isText } from "@/platform/shape";

/** Compares rows as the database sorts them, equal ones by their ids. */
export const compareRows = (one: TicketRow, other: TicketRow, sort: TicketSort): number =>
  comparePlaces(placeOf(one, sort), placeOf(other, sort), sort);

/** The place at which two pages meet, out of its mark. */
export function placeAt(mark: string): Place {
  const bytes = atob(mark.replaceAll("-", "+").replaceAll("_", "/"));
  const text = new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  const place: unknown = JSON.parse(text);
  const isPart = (part: unknown) => isText(part) || typeof part === "number";
  return Array.isArray(place) ? place.filter(isPart) : [];
}
