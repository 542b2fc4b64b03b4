import type { Letter } from "@/platform/mailer/letters";
import { deskName } from "@/platform/placeholders";

/** What is asked of somebody else about a ticket; nothing in it leads into the ticket. */
export const sideLetter: Letter<"desk.name" | "author.name" | "side.subject"> = {
  kind: "side",
  title: "A side conversation",
  when: "When an agent asks somebody else about a request. Its answers come back into it.",
  carriesMessage: true,
  variables: {
    "desk.name": deskName,
    "author.name": { words: "Who wrote", example: "Mia Lund" },
    "side.subject": {
      words: "What it is about",
      example: { en: "Parcel 4711", de: "Paket 4711", es: "Paquete 4711" },
    },
  },
  words: {
    en: {
      subject: "{{side.subject}}",
      body: "{{message}}\n\n{{author.name}}, {{desk.name}}",
      button: "",
      foot: "Answer this mail to reach us.",
    },
    de: {
      subject: "{{side.subject}}",
      body: "{{message}}\n\n{{author.name}}, {{desk.name}}",
      button: "",
      foot: "Antworten Sie auf diese Mail, um uns zu erreichen.",
    },
    es: {
      subject: "{{side.subject}}",
      body: "{{message}}\n\n{{author.name}}, {{desk.name}}",
      button: "",
      foot: "Responda a este correo para contactar con nosotros.",
    },
  },
};
