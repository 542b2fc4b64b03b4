import type { Say } from "@/platform/i18n/client";
import type { PortalProblem } from "./form-state";

/** How much one may write and bring, as the server has it. */
export type PortalLimits = {
  subjectCharsMax: number;
  bodyCharsMax: number;
  filesMax: number;
  fileBytesMax: number;
  /** How the numbers above are written. */
  locale: string;
};

/** What is wrong with an answer before it is sent; an empty one needs a file. */
export function bodyProblems(
  body: string,
  filesCount: number,
  limits: Pick<PortalLimits, "bodyCharsMax">,
  say: Say<"box">,
): PortalProblem[] {
  if (body.trim() === "" && filesCount === 0)
    return [{ field: "body", message: say("detailsMissing") }];
  if (body.length > limits.bodyCharsMax)
    return [{ field: "body", message: say("detailsLong", { max: limits.bodyCharsMax }) }];
  return [];
}

/** What is wrong with a question before it is sent, in the order of its fields. */
export function askProblems(
  asked: { subject: string; body: string; filesCount: number },
  limits: Pick<PortalLimits, "subjectCharsMax" | "bodyCharsMax">,
  say: Say<"box">,
): PortalProblem[] {
  const subject = asked.subject.trim();
  const aboutSubject: PortalProblem[] =
    subject === ""
      ? [{ field: "subject", message: say("subjectMissing") }]
      : subject.length > limits.subjectCharsMax
        ? [{ field: "subject", message: say("subjectLong", { max: limits.subjectCharsMax }) }]
        : [];
  return [...aboutSubject, ...bodyProblems(asked.body, asked.filesCount, limits, say)];
}
