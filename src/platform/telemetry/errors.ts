import type { ErrorCode } from "@/platform/errors";
import { counter } from "./registry";

/** Counts a refusal or failure by its code of the one table. */
export function countError(code: ErrorCode): void {
  counter({
    name: "insightdesk_errors_total",
    help: "Refusals and failures, by their code in the table of errors.",
    labels: ["code"],
  }).inc({ code });
}
