import type { Letter } from "@/platform/mailer/letters";
import { deskName, personName } from "@/platform/placeholders";

/** Signs a customer in who would rather not type a password. */
export const linkLetter: Letter<"person.name" | "minutes" | "desk.name"> = {
  kind: "sign-in-link",
  title: "A link to sign in",
  when: "When a customer asks for a link to sign in. The button signs in.",
  carriesMessage: false,
  variables: {
    "person.name": personName,
    "desk.name": deskName,
    minutes: { words: "For how many minutes it is open", example: "15" },
  },
  words: {
    en: {
      subject: "Your link to sign in",
      body: "Hello {{person.name}},\n\nSign in with this link. It works once and for {{minutes}} minutes. If this was not you, you need not do anything.",
      button: "Sign in",
      foot: "{{desk.name}}",
    },
    de: {
      subject: "Ihr Link zum Anmelden",
      body: "Guten Tag {{person.name}},\n\nMelden Sie sich mit diesem Link an. Er gilt einmal und {{minutes}} Minuten lang. Wenn Sie das nicht waren, müssen Sie nichts tun.",
      button: "Anmelden",
      foot: "{{desk.name}}",
    },
    es: {
      subject: "Su enlace para iniciar sesión",
      body: "Hola, {{person.name}}:\n\nInicie sesión con este enlace. Funciona una vez y durante {{minutes}} minutos. Si no fue usted, no tiene que hacer nada.",
      button: "Iniciar sesión",
      foot: "{{desk.name}}",
    },
  },
};
