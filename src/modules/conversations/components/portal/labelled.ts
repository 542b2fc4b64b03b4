import { boxWords as words } from "./box-words";
import type { PortalProblem } from "./form-state";

const labels = { subject: words.subject, body: words.details, send: words.notSent };

/** Problems as the summary of a form shows them. */
export function labelled(problems: readonly PortalProblem[]) {
  return problems.map(({ field, message }) => ({ id: field, label: labels[field], message }));
}
