import type { Letter } from "@/platform/mailer/letters";
import { deskName, exampleSubject } from "@/platform/placeholders";

/** Asks how it went: one link for each answer. Opening one says nothing yet. */
export const ratingWords: Letter<
  "person.firstName" | "ticket.number" | "ticket.subject" | "desk.name" | "link.bad"
> = {
  kind: "rating",
  title: "How did we do?",
  when: "Once, a day after a request was solved. The button says that it was good; {{link.bad}} leads to the other answer.",
  carriesMessage: false,
  variables: {
    "person.firstName": { words: "The first name of who gets it", example: "Anna" },
    "ticket.number": { words: "The request's number", example: "#10421" },
    "ticket.subject": { words: "The request's subject", example: exampleSubject },
    "desk.name": deskName,
    "link.bad": {
      words: "The address behind which one says that it was not good",
      example: "https://help.example.com/portal/rating?rating=bad",
    },
  },
  words: {
    en: {
      subject: "How did we do? {{ticket.subject}} ({{ticket.number}})",
      body: "Hello {{person.firstName}},\n\nWe have solved your request {{ticket.number}}, “{{ticket.subject}}”. Was it good? One click answers; you can add a few words there.\n\nIt was not good: [{{link.bad}}]({{link.bad}})",
      button: "It was good",
      foot: "You get this mail once, because your request {{ticket.number}} was solved. Not solved? Answer us, and we go on.",
    },
    de: {
      subject: "Wie waren wir? {{ticket.subject}} ({{ticket.number}})",
      body: "Guten Tag {{person.firstName}},\n\nWir haben Ihre Anfrage {{ticket.number}}, „{{ticket.subject}}“, gelöst. War es gut? Ein Klick genügt; dort ist auch Platz für ein paar Worte.\n\nEs war nicht gut: [{{link.bad}}]({{link.bad}})",
      button: "Es war gut",
      foot: "Sie bekommen diese Mail einmal, weil Ihre Anfrage {{ticket.number}} gelöst wurde. Nicht gelöst? Antworten Sie uns, und wir machen weiter.",
    },
    es: {
      subject: "¿Qué tal lo hicimos? {{ticket.subject}} ({{ticket.number}})",
      body: "Hola, {{person.firstName}}:\n\nHemos resuelto su solicitud {{ticket.number}}, «{{ticket.subject}}». ¿Estuvo bien? Basta un clic; allí puede añadir unas palabras.\n\nNo estuvo bien: [{{link.bad}}]({{link.bad}})",
      button: "Estuvo bien",
      foot: "Recibe este correo una sola vez porque su solicitud {{ticket.number}} fue resuelta. ¿No está resuelta? Respóndanos y seguimos.",
    },
  },
};
