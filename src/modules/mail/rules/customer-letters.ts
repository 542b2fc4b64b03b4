import type { Letter } from "@/platform/mailer/letters";
import { deskName, exampleSubject, personName } from "@/platform/placeholders";

type Common = "person.firstName" | "person.name" | "ticket.number" | "ticket.subject" | "desk.name";

const variables = {
  "person.firstName": { words: "The first name of who gets it", example: "Anna" },
  "person.name": personName,
  "ticket.number": { words: "The request's number", example: "#10421" },
  "ticket.subject": { words: "The request's subject", example: exampleSubject },
  "desk.name": deskName,
} as const;

/** How one answers, as it is possible: by mail only where a mailbox takes answers. */
export const answerWays = {
  en: {
    mail: "You can simply answer this mail, or write on your request's page.",
    page: "You can answer on your request's page.",
  },
  de: {
    mail: "Sie können einfach auf diese Mail antworten oder auf der Seite Ihrer Anfrage schreiben.",
    page: "Sie können auf der Seite Ihrer Anfrage antworten.",
  },
  es: {
    mail: "Puede responder a este correo o escribir en la página de su solicitud.",
    page: "Puede responder en la página de su solicitud.",
  },
} as const;

const answers = {
  words: "How one can answer",
  example: { en: answerWays.en.mail, de: answerWays.de.mail, es: answerWays.es.mail },
};

/** At once after asking: the number, and where the answer comes. */
export const acknowledgement: Letter<Common | "answer.how"> = {
  kind: "acknowledgement",
  title: "We have your request",
  when: "At once after a customer has asked. The button leads to the request.",
  carriesMessage: false,
  variables: { ...variables, "answer.how": answers },
  words: {
    en: {
      subject: "We have your request: {{ticket.subject}} ({{ticket.number}})",
      body: "Hello {{person.firstName}},\n\nThank you for asking. Your request has the number {{ticket.number}}.\n\nWe answer by e-mail and on your request's page. {{answer.how}}",
      button: "See your request",
      foot: "You get this mail because you asked us something.",
    },
    de: {
      subject: "Ihre Anfrage ist angekommen: {{ticket.subject}} ({{ticket.number}})",
      body: "Guten Tag {{person.firstName}},\n\ndanke für Ihre Anfrage. Sie hat die Nummer {{ticket.number}}.\n\nWir antworten per E-Mail und auf der Seite Ihrer Anfrage. {{answer.how}}",
      button: "Anfrage ansehen",
      foot: "Sie bekommen diese Mail, weil Sie uns etwas gefragt haben.",
    },
    es: {
      subject: "Tenemos su solicitud: {{ticket.subject}} ({{ticket.number}})",
      body: "Hola {{person.firstName}}:\n\nGracias por escribirnos. Su solicitud tiene el número {{ticket.number}}.\n\nRespondemos por correo y en la página de su solicitud. {{answer.how}}",
      button: "Ver su solicitud",
      foot: "Recibe este correo porque nos ha consultado algo.",
    },
  },
};

/** An agent answered: the words themselves, and where to answer. */
export const replyLetter: Letter<Common | "author.name" | "answer.how"> = {
  kind: "reply",
  title: "An answer",
  when: "When an agent answers, or somebody in copy writes. The button leads to the request.",
  carriesMessage: true,
  variables: {
    ...variables,
    "author.name": { words: "Who wrote", example: "Mia Lund" },
    "answer.how": answers,
  },
  words: {
    en: {
      subject: "Re: {{ticket.subject}} ({{ticket.number}})",
      body: "{{message}}\n\n{{author.name}}, {{desk.name}}",
      button: "See the whole request",
      foot: "{{answer.how}} You get this mail because it is about your request “{{ticket.subject}}”.",
    },
    de: {
      subject: "Re: {{ticket.subject}} ({{ticket.number}})",
      body: "{{message}}\n\n{{author.name}}, {{desk.name}}",
      button: "Die ganze Anfrage ansehen",
      foot: "{{answer.how}} Sie bekommen diese Mail, weil es um Ihre Anfrage „{{ticket.subject}}“ geht.",
    },
    es: {
      subject: "Re: {{ticket.subject}} ({{ticket.number}})",
      body: "{{message}}\n\n{{author.name}}, {{desk.name}}",
      button: "Ver la solicitud completa",
      foot: "{{answer.how}} Recibe este correo porque trata de su solicitud «{{ticket.subject}}».",
    },
  },
};

/** Two requests became one: where it goes on. */
export const mergedLetter: Letter<Common | "into.number" | "into.subject"> = {
  kind: "merged",
  title: "A request goes on elsewhere",
  when: "When an agent merges a request into another and tells who asked. The button leads to it.",
  carriesMessage: false,
  variables: {
    ...variables,
    "into.number": { words: "The number it goes on as", example: "#10398" },
    "into.subject": {
      words: "The subject it goes on as",
      example: {
        en: "Vents of the large house",
        de: "Lüftung im großen Haus",
        es: "Ventilación del invernadero grande",
      },
    },
  },
  words: {
    en: {
      subject: "Your request goes on as {{into.number}}: {{ticket.subject}} ({{ticket.number}})",
      body: "Hello {{person.firstName}},\n\nYour request {{ticket.number}} and the request {{into.number}}, “{{into.subject}}”, are about the same. We have joined them.\n\nWe answer there. All that you wrote is there, too, and answers to this one reach us as well.",
      button: "See your request",
      foot: "You get this mail because you asked us about “{{ticket.subject}}”.",
    },
    de: {
      subject:
        "Ihre Anfrage geht weiter als {{into.number}}: {{ticket.subject}} ({{ticket.number}})",
      body: "Guten Tag {{person.firstName}},\n\nin Ihrer Anfrage {{ticket.number}} und in der Anfrage {{into.number}}, „{{into.subject}}“, geht es um dasselbe. Wir haben sie zusammengelegt.\n\nWir antworten dort. Alles, was Sie geschrieben haben, steht auch dort, und Antworten auf diese hier erreichen uns ebenso.",
      button: "Anfrage ansehen",
      foot: "Sie bekommen diese Mail, weil Sie uns nach „{{ticket.subject}}“ gefragt haben.",
    },
    es: {
      subject: "Su solicitud sigue como {{into.number}}: {{ticket.subject}} ({{ticket.number}})",
      body: "Hola {{person.firstName}}:\n\nSu solicitud {{ticket.number}} y la solicitud {{into.number}}, «{{into.subject}}», tratan de lo mismo. Las hemos unido.\n\nRespondemos allí. Todo lo que ha escrito está también allí, y las respuestas a esta también nos llegan.",
      button: "Ver su solicitud",
      foot: "Recibe este correo porque nos ha consultado sobre «{{ticket.subject}}».",
    },
  },
};
