import type { Letter } from "@/platform/mailer/letters";
import { deskName, exampleSubject } from "@/platform/placeholders";

/** A message that is passed on to somebody outside, under its headers. */
export const forwardLetter: Letter<"desk.name" | "author.name" | "ticket.subject"> = {
  kind: "forward",
  title: "A message passed on",
  when: "When an agent forwards a message. {{message}} is what they say about it, and the message under its headers.",
  carriesMessage: true,
  variables: {
    "desk.name": deskName,
    "author.name": { words: "Who passes it on", example: "Mia Lund" },
    "ticket.subject": { words: "The request's subject", example: exampleSubject },
  },
  words: {
    en: { subject: "Fwd: {{ticket.subject}}", body: "{{message}}", button: "", foot: "" },
    de: { subject: "Wg: {{ticket.subject}}", body: "{{message}}", button: "", foot: "" },
    es: { subject: "RV: {{ticket.subject}}", body: "{{message}}", button: "", foot: "" },
  },
};
