import type { Letter } from "@/platform/mailer/letters";
import { deskName, personName } from "@/platform/placeholders";

/** Neither subject nor text of the question: nobody shall have us write their words to a stranger. */
export const guestLetter: Letter<"person.name" | "desk.name"> = {
  kind: "confirm-question",
  title: "Confirm a question",
  when: "When somebody without an account asks. The button sends the question to us.",
  carriesMessage: false,
  variables: {
    "person.name": personName,
    "desk.name": deskName,
  },
  words: {
    en: {
      subject: "Confirm your request",
      body: "Hello {{person.name}},\n\nSomebody asked us something with this address. Confirm that it was you, and your request reaches us; the answer comes to this address.\n\nIf it was not you, you need not do anything: nothing reaches us, and what was written is deleted.",
      button: "Send my request",
      foot: "{{desk.name}}",
    },
    de: {
      subject: "Bestätigen Sie Ihre Anfrage",
      body: "Guten Tag {{person.name}},\n\nJemand hat uns mit dieser Adresse etwas gefragt. Bestätigen Sie, dass Sie es waren, und Ihre Anfrage erreicht uns; die Antwort kommt an diese Adresse.\n\nWenn Sie es nicht waren, müssen Sie nichts tun: Nichts erreicht uns, und das Geschriebene wird gelöscht.",
      button: "Meine Anfrage senden",
      foot: "{{desk.name}}",
    },
    es: {
      subject: "Confirme su consulta",
      body: "Hola, {{person.name}}:\n\nAlguien nos ha preguntado algo con esta dirección. Confirme que fue usted y su consulta nos llegará; la respuesta irá a esta dirección.\n\nSi no fue usted, no tiene que hacer nada: nada nos llega y lo escrito se borra.",
      button: "Enviar mi consulta",
      foot: "{{desk.name}}",
    },
  },
};
