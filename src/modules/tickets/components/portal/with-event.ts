import type { LiveEvent } from "@/platform/realtime/wire";
import { applyToPage } from "../../live";
import type { RequestRow } from "../../schema";
import type { RequestPage } from "./request-page";

/** What an event does to a customer's list: a request that is not on it yet joins it. */
export function withEvent(page: RequestPage, event: LiveEvent): RequestPage {
  const applied = applyToPage<RequestRow, RequestPage>(page, event);
  if (!applied.arrived || applied.row === null) return applied.page;
  return { ...applied.page, rows: [applied.row, ...applied.page.rows] };
}
