import type { Letter } from "@/platform/mailer/letters";
import { exampleSubject } from "@/platform/placeholders";
import { reasonWords } from "./reasons";
import { reasonsAbroad } from "./reasons-abroad";

const person = { words: "The first name of who gets it", example: "Mia" } as const;

/** What is told at once of one ticket. */
export const noticeWords: Letter<
  "person.firstName" | "ticket.number" | "ticket.subject" | "notice.why"
> = {
  kind: "notice",
  title: "News of a ticket",
  when: "When something happens that a colleague wants to hear of by mail. {{message}} is what happened; the button leads to the ticket.",
  carriesMessage: true,
  variables: {
    "person.firstName": person,
    "ticket.number": { words: "The ticket's number", example: "#10421" },
    "ticket.subject": { words: "The ticket's subject", example: exampleSubject },
    "notice.why": {
      words: "Why they are told",
      example: {
        en: reasonWords.reply.why,
        de: reasonsAbroad.de.reply.why,
        es: reasonsAbroad.es.reply.why,
      },
    },
  },
  words: {
    en: {
      subject: "{{ticket.number}} {{ticket.subject}}",
      body: "Hello {{person.firstName}},\n\n{{message}}",
      button: "Open {{ticket.number}}",
      foot: "You get this mail because {{notice.why}}. What you are told of, and how, is in your settings.",
    },
    de: {
      subject: "{{ticket.number}} {{ticket.subject}}",
      body: "Guten Tag {{person.firstName}},\n\n{{message}}",
      button: "{{ticket.number}} öffnen",
      foot: "Sie bekommen diese Mail, weil {{notice.why}}. Was Sie wie erfahren, steht in Ihren Einstellungen.",
    },
    es: {
      subject: "{{ticket.number}} {{ticket.subject}}",
      body: "Hola, {{person.firstName}}:\n\n{{message}}",
      button: "Abrir {{ticket.number}}",
      foot: "Recibe este correo porque {{notice.why}}. De qué se le avisa, y cómo, está en sus ajustes.",
    },
  },
};

/** The day in one mail. */
export const digestWords: Letter<"person.firstName" | "digest.tickets"> = {
  kind: "digest",
  title: "The day in one mail",
  when: "Once a day to colleagues who chose it. {{message}} is a line for each ticket; the button leads to their notifications.",
  carriesMessage: true,
  variables: {
    "person.firstName": person,
    "digest.tickets": {
      words: "How many tickets have news",
      example: { en: "2 tickets", de: "2 Tickets", es: "2 tickets" },
    },
  },
  words: {
    en: {
      subject: "Your day: {{digest.tickets}} with news",
      body: "Hello {{person.firstName}},\n\n{{message}}",
      button: "Open your notifications",
      foot: "You get this mail because you chose a daily digest. Change it in your settings.",
    },
    de: {
      subject: "Ihr Tag: Neues zu {{digest.tickets}}",
      body: "Guten Tag {{person.firstName}},\n\n{{message}}",
      button: "Mitteilungen öffnen",
      foot: "Sie bekommen diese Mail, weil Sie eine tägliche Übersicht gewählt haben. Das ändern Sie in den Einstellungen.",
    },
    es: {
      subject: "Su día: novedades en {{digest.tickets}}",
      body: "Hola, {{person.firstName}}:\n\n{{message}}",
      button: "Abrir sus avisos",
      foot: "Recibe este correo porque eligió un resumen diario. Puede cambiarlo en sus ajustes.",
    },
  },
};

/** What an admin is told of the installation. */
export const incidentWords: Letter<"person.firstName" | "incident.title"> = {
  kind: "incident",
  title: "Something is wrong here",
  when: "When an incident begins, gets worse or is over. {{message}} is what is wrong, as the incidents say it; the button leads there.",
  carriesMessage: true,
  variables: {
    "person.firstName": { ...person, example: "Ada" },
    "incident.title": {
      words: "What it is about",
      example: {
        en: "Critical: What happened is told late",
        de: "Kritisch: Was geschieht, wird verspätet gemeldet",
        es: "Crítico: Lo que ocurre se comunica tarde",
      },
    },
  },
  words: {
    en: {
      subject: "{{incident.title}}",
      body: "Hello {{person.firstName}},\n\n{{message}}",
      button: "See the incidents",
      foot: "You get this mail because you look after the installation. What you are told of is yours to choose: see your settings.",
    },
    de: {
      subject: "{{incident.title}}",
      body: "Guten Tag {{person.firstName}},\n\n{{message}}",
      button: "Störungen ansehen",
      foot: "Sie bekommen diese Mail, weil Sie sich um die Installation kümmern. Was Sie erfahren, wählen Sie in den Einstellungen.",
    },
    es: {
      subject: "{{incident.title}}",
      body: "Hola, {{person.firstName}}:\n\n{{message}}",
      button: "Ver las incidencias",
      foot: "Recibe este correo porque se ocupa de la instalación. De qué se le avisa lo elige en sus ajustes.",
    },
  },
};
