import type { NotificationView } from "../schema";

/**
 * The rows as they stand while somebody is among them: each keeps its place, what is gone is gone,
 * what is new waits, and what lies below all of them is a further page and moves nothing.
 */
export function heldRows(
  order: readonly string[],
  rows: readonly NotificationView[],
): { rows: NotificationView[]; arrivals: number } {
  const known = new Map(rows.map((row) => [row.id, row]));
  const kept = order.flatMap((id) => known.get(id) ?? []);
  const standing = new Set(order);
  const last = kept.reduce<string | null>(
    (oldest, { at }) => (oldest === null || at < oldest ? at : oldest),
    null,
  );
  const fresh = rows.filter((row) => !standing.has(row.id));
  const below = fresh.filter((row) => last === null || row.at < last);
  return { rows: [...kept, ...below], arrivals: fresh.length - below.length };
}

export const isSameOrder = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((id, place) => id === other[place]);
