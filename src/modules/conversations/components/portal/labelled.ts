import type { Say } from "@/platform/i18n/client";
import type { PortalProblem } from "./form-state";

const labels = { subject: "subject", body: "details", send: "notSent" } as const;

/** Problems as the summary of a form shows them. */
export function labelled(problems: readonly PortalProblem[], say: Say<"box">) {
  return problems.map(({ field, message }) => ({
    id: field,
    label: say(labels[field]),
    message,
  }));
}
