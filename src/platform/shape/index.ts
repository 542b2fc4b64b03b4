export { readUrl } from "./read-url";

/**
 * The few questions that a page asks of data before it is painted. A library for this weighs as
 * much as the queue; what crosses a boundary on a server is still read by zod.
 */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string => typeof value === "string";

export const isNumber = (value: unknown): value is number => typeof value === "number";

export const isTextOrNull = (value: unknown): value is string | null =>
  value === null || typeof value === "string";

type Versioned = { id: string; version: number };

/** What every event of tickets and messages carries at least. */
export function hasRow<Row extends Versioned>(payload: unknown): payload is { row: Row } {
  return (
    isRecord(payload) &&
    isRecord(payload.row) &&
    isText(payload.row.id) &&
    isNumber(payload.row.version)
  );
}

/** The row that an event brought; null for events without one. */
export function rowOfEvent<Row extends Versioned>(event: { payload?: unknown }): Row | null {
  return hasRow<Row>(event.payload) ? event.payload.row : null;
}
