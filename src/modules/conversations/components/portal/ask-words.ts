/** What Ask says, in one place, so that it can be said in other languages. */
export const askWords = {
  title: "Ask",
  intro: "Write it as you would tell it. A person reads it.",
  subject: "Subject",
  subjectHint: "One line: what is it about?",
  details: "Details",
  markdownHint: "You can use **bold**, - lists, > quotes and `code`.",
  send: "Send to support",
  sending: "Sending",
  waiting: "No connection. It is sent by itself as soon as there is one; what you wrote is kept.",
  kept: "What you wrote before is still here.",
  discard: "Clear",
  whoElse: "Your colleagues can see your requests, because your organization shares them.",
  subjectMissing: "Write what it is about.",
  subjectLong: (charsMax: number) => `Use at most ${charsMax} characters.`,
  detailsMissing: "Write what happened, or add a file.",
  detailsLong: (charsMax: number) => `Use at most ${charsMax} characters, or add it as a file.`,
  notSent: "Not sent",
  usedUp: "What you sent from this page before has arrived. Send again to send this one, too.",
  signIn: "Sign in",
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
  another: "Ask something else",
} as const;
