import type * as z from "zod";

const issuesShownMax = 5;

type Issue = z.core.$ZodIssue;

/** Of the ways in which no branch of a union fitted, the one that got furthest tells most. */
function deepest(
  issue: Issue,
  above: readonly PropertyKey[] = [],
): { path: PropertyKey[]; message: string } {
  const path = [...above, ...issue.path];
  if (issue.code !== "invalid_union" || issue.errors.length === 0) {
    return { path, message: issue.message };
  }
  const found = issue.errors.flatMap((branch) =>
    branch.slice(0, 1).map((inner) => deepest(inner, path)),
  );
  const [best] = found.sort((a, b) => b.path.length - a.path.length);
  return best && best.path.length > path.length ? best : { path, message: issue.message };
}

function place(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
}

/** Says what is wrong and where, in one line: `events[2].at: Invalid input`. */
export function wordsOf(error: z.ZodError): string {
  const lines = error.issues.slice(0, issuesShownMax).map((issue) => {
    const { path, message } = deepest(issue);
    return path.length > 0 ? `${place(path)}: ${message}` : message;
  });
  const more = error.issues.length - lines.length;
  return more > 0 ? `${lines.join("; ")}; and ${more} more` : lines.join("; ");
}
