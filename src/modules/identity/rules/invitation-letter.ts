import type { Letter } from "@/platform/mailer/letters";

/** What somebody reads who is invited to work here and has no account yet. */
export const invitationLetter: Letter<"inviter.name" | "days" | "desk.host"> = {
  kind: "invitation",
  title: "Invitation to work here",
  when: "When an admin invites somebody. The button accepts the invitation.",
  carriesMessage: false,
  variables: {
    "inviter.name": { words: "Who invites", example: "Ada Berg" },
    days: { words: "For how many days it is open", example: "7" },
    "desk.host": { words: "The address of this help desk", example: "help.example.com" },
  },
  words: {
    en: {
      subject: "{{inviter.name}} invites you to the help desk",
      body: "Hello,\n\n{{inviter.name}} invites you to answer requests here.\n\nChoose your name and password by this link. It works once and for {{days}} days.",
      button: "Accept the invitation",
      foot: "InsightDesk at {{desk.host}}. If you do not know {{inviter.name}}, you need not do anything.",
    },
    de: {
      subject: "{{inviter.name}} lädt Sie zum Helpdesk ein",
      body: "Guten Tag,\n\n{{inviter.name}} lädt Sie ein, hier Anfragen zu beantworten.\n\nWählen Sie über diesen Link Namen und Passwort. Er gilt einmal und {{days}} Tage lang.",
      button: "Einladung annehmen",
      foot: "InsightDesk auf {{desk.host}}. Wenn Sie {{inviter.name}} nicht kennen, müssen Sie nichts tun.",
    },
    es: {
      subject: "{{inviter.name}} le invita al servicio de ayuda",
      body: "Hola:\n\n{{inviter.name}} le invita a responder solicitudes aquí.\n\nElija su nombre y su contraseña con este enlace. Sirve una sola vez y durante {{days}} días.",
      button: "Aceptar la invitación",
      foot: "InsightDesk en {{desk.host}}. Si no conoce a {{inviter.name}}, no tiene que hacer nada.",
    },
  },
};
