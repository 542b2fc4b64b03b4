/** What Ask says, in one place, so that it can be said in other languages. */
export const askWords = {
  title: "Ask",
  intro: "Write it as you would tell it. A person reads it.",
  whoSees: (organization: string) =>
    `Your colleagues at ${organization} can see this request and its answers, too.`,
  subjectHint: "One line: what is it about?",
  kept: "What you wrote before is still here.",
  discard: "Clear",
  subjectMissing: "Write what it is about.",
  subjectLong: (charsMax: number) => `Use at most ${charsMax} characters.`,
  detailsMissing: "Write what happened, or add a file.",
  detailsLong: (charsMax: number) => `Use at most ${charsMax} characters, or add it as a file.`,
  unreachable: "The server could not be reached. What you wrote is kept. Send it again.",
  followUp: (number: number, subject: string) => `Follows #${number}: ${subject}`,
} as const;

export const askedWords = {
  title: (number: number) => `Your request is #${number}`,
  where: (email: string) =>
    `We have written to ${email} that it arrived. The answer comes to that address and here.`,
  next: "You can add to it at any time, and mark it as solved when it is.",
  open: (number: number) => `Open #${number}`,
  all: "My requests",
} as const;
