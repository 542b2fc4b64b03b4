import type { Letter } from "@/platform/mailer/letters";
import { personName } from "@/platform/placeholders";

type Name = "person.name" | "desk.host";

const variables = {
  "person.name": personName,
  "desk.host": { words: "The address of this help desk", example: "help.example.com" },
} as const;

const feet = {
  en: "InsightDesk at {{desk.host}}",
  de: "InsightDesk auf {{desk.host}}",
  es: "InsightDesk en {{desk.host}}",
} as const;

type Words = { subject: string; body: readonly string[]; button: string };

const worded = (language: keyof typeof feet, { body, ...words }: Words) => ({
  ...words,
  body: body.join("\n\n"),
  foot: feet[language],
});

const inThree = ({ en, de, es }: Record<keyof typeof feet, Words>) => ({
  en: worded("en", en),
  de: worded("de", de),
  es: worded("es", es),
});

const ignore = {
  en: "If this was not you, you need not do anything.",
  de: "Wenn Sie das nicht waren, müssen Sie nichts tun.",
  es: "Si no ha sido usted, no tiene que hacer nada.",
} as const;

/** Asks somebody to confirm that an address is theirs. */
export const verifyLetter: Letter<Name> = {
  kind: "verify",
  title: "Confirm an address",
  when: "After signing up. The button confirms the address.",
  carriesMessage: false,
  variables,
  words: inThree({
    en: {
      subject: "Confirm your e-mail address",
      body: [
        "Hello {{person.name}},",
        "Confirm that this address is yours, so that our answers reach you and nobody else.",
        `The link works once and for 24 hours. ${ignore.en}`,
      ],
      button: "Confirm this address",
    },
    de: {
      subject: "Bestätigen Sie Ihre E-Mail-Adresse",
      body: [
        "Guten Tag {{person.name}},",
        "bestätigen Sie, dass diese Adresse Ihnen gehört, damit unsere Antworten Sie erreichen und sonst niemanden.",
        `Der Link gilt einmal und 24 Stunden lang. ${ignore.de}`,
      ],
      button: "Adresse bestätigen",
    },
    es: {
      subject: "Confirme su dirección de correo",
      body: [
        "Hola {{person.name}}:",
        "Confirme que esta dirección es suya, para que nuestras respuestas le lleguen a usted y a nadie más.",
        `El enlace sirve una sola vez y durante 24 horas. ${ignore.es}`,
      ],
      button: "Confirmar esta dirección",
    },
  }),
};

/** Leads to a new password. */
export const resetLetter: Letter<Name> = {
  kind: "reset",
  title: "Choose a new password",
  when: "When somebody asks for a new password. The button leads to it.",
  carriesMessage: false,
  variables,
  words: inThree({
    en: {
      subject: "Choose a new password",
      body: [
        "Hello {{person.name}},",
        "Somebody asked for a new password for the account with this address.",
        `The link works once and for one hour; until you use it, your password stays as it is. ${ignore.en}`,
      ],
      button: "Choose a new password",
    },
    de: {
      subject: "Wählen Sie ein neues Passwort",
      body: [
        "Guten Tag {{person.name}},",
        "für das Konto mit dieser Adresse wurde ein neues Passwort angefordert.",
        `Der Link gilt einmal und eine Stunde lang; bis dahin bleibt Ihr Passwort, wie es ist. ${ignore.de}`,
      ],
      button: "Neues Passwort wählen",
    },
    es: {
      subject: "Elija una contraseña nueva",
      body: [
        "Hola {{person.name}}:",
        "Alguien ha pedido una contraseña nueva para la cuenta de esta dirección.",
        `El enlace sirve una sola vez y durante una hora; hasta que lo use, su contraseña no cambia. ${ignore.es}`,
      ],
      button: "Elegir una contraseña nueva",
    },
  }),
};

/** Says that an address has its account, without telling whoever tried. */
export const registeredLetter: Letter<Name> = {
  kind: "registered",
  title: "The account is there already",
  when: "When somebody signs up with an address that has an account.",
  carriesMessage: false,
  variables,
  words: inThree({
    en: {
      subject: "You already have an account",
      body: [
        "Hello {{person.name}},",
        "Somebody tried to sign up with this address. It has an account already, so nothing was changed.",
        `Sign in with it; if you do not know the password any more, ask for a new one there. ${ignore.en}`,
      ],
      button: "Sign in",
    },
    de: {
      subject: "Sie haben schon ein Konto",
      body: [
        "Guten Tag {{person.name}},",
        "jemand wollte sich mit dieser Adresse anmelden. Sie hat schon ein Konto, deshalb hat sich nichts geändert.",
        `Melden Sie sich damit an; wenn Sie das Passwort nicht mehr wissen, fordern Sie dort ein neues an. ${ignore.de}`,
      ],
      button: "Anmelden",
    },
    es: {
      subject: "Ya tiene una cuenta",
      body: [
        "Hola {{person.name}}:",
        "Alguien ha intentado registrarse con esta dirección. Ya tiene una cuenta, así que no ha cambiado nada.",
        `Inicie sesión con ella; si ya no recuerda la contraseña, pida allí una nueva. ${ignore.es}`,
      ],
      button: "Iniciar sesión",
    },
  }),
};
