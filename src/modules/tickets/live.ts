import type { LiveEvent } from "@/platform/realtime/wire";
import { hasRow, isRecord, isText } from "@/platform/shape";

type Listed = { id: string; version: number };
type Page<Row> = {
  rows: readonly Row[];
  asOf: number;
  /** Tickets that are not this person's to see any more, and since which event. */
  gone?: Readonly<Record<string, number>> | undefined;
};

/**
 * Puts an event's row over the one that a page shows; the page's order is the list's own matter.
 * `arrived` says that the ticket is not on the page.
 */
export function applyToPage<Row extends Listed, State extends Page<Row>>(
  page: State,
  event: LiveEvent,
): { page: State; row: Row | null; arrived: boolean } {
  const position = Math.max(page.asOf, event.position);
  if (isRecord(event.payload) && isText(event.payload.leftTicketId)) {
    // The request is not for this customer's list any more.
    const { leftTicketId } = event.payload;
    const rows = page.rows.filter((one) => one.id !== leftTicketId);
    return { page: { ...page, rows, asOf: position }, row: null, arrived: false };
  }
  if (isRecord(event.payload) && isText(event.payload.goneId)) {
    const { goneId } = event.payload;
    const rows = page.rows.filter((one) => one.id !== goneId);
    const known = { ...page.gone, [goneId]: event.position };
    return { page: { ...page, rows, gone: known, asOf: position }, row: null, arrived: false };
  }
  if (!hasRow<Row>(event.payload))
    return { page: { ...page, asOf: position }, row: null, arrived: false };
  const { row } = event.payload;
  // Told late, it must not bring back what has left since.
  if (event.position < (page.gone?.[row.id] ?? 0))
    return { page: { ...page, asOf: position }, row: null, arrived: false };
  const shown = page.rows.find((one) => one.id === row.id);
  if (shown === undefined) return { page: { ...page, asOf: position }, row, arrived: true };
  if (row.version < shown.version)
    return { page: { ...page, asOf: position }, row: shown, arrived: false };
  const rows = page.rows.map((one) => (one.id === row.id ? { ...one, ...row } : one));
  return { page: { ...page, rows, asOf: position }, row, arrived: false };
}
