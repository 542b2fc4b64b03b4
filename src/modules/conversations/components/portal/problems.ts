import { askWords as words } from "./ask-words";
import type { PortalProblem } from "./form-state";

/** How much one may write and bring, as the server has it. */
export type PortalLimits = {
  subjectCharsMax: number;
  bodyCharsMax: number;
  filesMax: number;
  fileBytesMax: number;
};

/** What is wrong with an answer before it is sent; an empty one needs a file. */
export function bodyProblems(
  body: string,
  filesCount: number,
  limits: Pick<PortalLimits, "bodyCharsMax">,
): PortalProblem[] {
  if (body.trim() === "" && filesCount === 0)
    return [{ field: "body", message: words.detailsMissing }];
  if (body.length > limits.bodyCharsMax)
    return [{ field: "body", message: words.detailsLong(limits.bodyCharsMax) }];
  return [];
}

/** What is wrong with a question before it is sent, in the order of its fields. */
export function askProblems(
  asked: { subject: string; body: string; filesCount: number },
  limits: Pick<PortalLimits, "subjectCharsMax" | "bodyCharsMax">,
): PortalProblem[] {
  const subject = asked.subject.trim();
  const aboutSubject: PortalProblem[] =
    subject === ""
      ? [{ field: "subject", message: words.subjectMissing }]
      : subject.length > limits.subjectCharsMax
        ? [{ field: "subject", message: words.subjectLong(limits.subjectCharsMax) }]
        : [];
  return [...aboutSubject, ...bodyProblems(asked.body, asked.filesCount, limits)];
}
