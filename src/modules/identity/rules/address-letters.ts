import type { Letter } from "@/platform/mailer/letters";
import { deskName, personName } from "@/platform/placeholders";

type Name = "person.name" | "desk.name" | "address";
type Words = { subject: string; body: readonly string[]; button: string };

const languages = ["en", "de", "es"] as const;

const variables = {
  "person.name": personName,
  "desk.name": deskName,
  address: { words: "The new address", example: "anna@new.example.com" },
} as const;

const said = ({ body, ...words }: Words) => ({
  ...words,
  body: body.join("\n\n"),
  foot: "{{desk.name}}",
});

function letterOf(
  about: Pick<Letter<Name>, "kind" | "title" | "when">,
  words: Record<(typeof languages)[number], Words>,
): Letter<Name> {
  const { en, de, es } = words;
  const inAll = { en: said(en), de: said(de), es: said(es) };
  return { ...about, carriesMessage: false, variables, words: inAll };
}

/** Asks somebody without a password at their old address whether it is them. */
export const allowLetter = letterOf(
  {
    kind: "address-allow",
    title: "Change of address: is it you?",
    when: "When somebody without a password wants another address, to the old one. The button lets it go on.",
  },
  {
    en: {
      subject: "Do you want to change your e-mail address?",
      body: [
        "Hello {{person.name}},",
        "Somebody who is signed in to your account wants its e-mail address to be {{address}}.",
        "If that is you, go on with this link. It works once and for one hour. If it is not, do nothing, and your address stays.",
      ],
      button: "Go on",
    },
    de: {
      subject: "Möchten Sie Ihre E-Mail-Adresse ändern?",
      body: [
        "Guten Tag {{person.name}},",
        "jemand, der in Ihrem Konto angemeldet ist, möchte dessen E-Mail-Adresse in {{address}} ändern.",
        "Wenn Sie das sind, geht es mit diesem Link weiter. Er gilt einmal und eine Stunde lang. Wenn nicht, tun Sie nichts, und Ihre Adresse bleibt.",
      ],
      button: "Weiter",
    },
    es: {
      subject: "¿Quiere cambiar su dirección de correo?",
      body: [
        "Hola {{person.name}}:",
        "Alguien que ha iniciado sesión en su cuenta quiere que su dirección de correo sea {{address}}.",
        "Si es usted, siga con este enlace. Sirve una sola vez y durante una hora. Si no, no haga nada y su dirección no cambia.",
      ],
      button: "Seguir",
    },
  },
);

/** Proves that the new address is theirs. */
export const confirmLetter = letterOf(
  {
    kind: "address-confirm",
    title: "Change of address: confirm the new one",
    when: "When somebody wants another address, to the new one. The button makes it theirs.",
  },
  {
    en: {
      subject: "Confirm your new e-mail address",
      body: [
        "Hello {{person.name}},",
        "Use this link, and {{address}} is the e-mail address of your account. It works once and for one hour.",
        "If you did not ask for this, you need not do anything.",
      ],
      button: "Use this address",
    },
    de: {
      subject: "Bestätigen Sie Ihre neue E-Mail-Adresse",
      body: [
        "Guten Tag {{person.name}},",
        "mit diesem Link wird {{address}} die E-Mail-Adresse Ihres Kontos. Er gilt einmal und eine Stunde lang.",
        "Wenn Sie das nicht wollten, müssen Sie nichts tun.",
      ],
      button: "Diese Adresse benutzen",
    },
    es: {
      subject: "Confirme su nueva dirección de correo",
      body: [
        "Hola {{person.name}}:",
        "Con este enlace, {{address}} será la dirección de correo de su cuenta. Sirve una sola vez y durante una hora.",
        "Si no lo ha pedido, no tiene que hacer nada.",
      ],
      button: "Usar esta dirección",
    },
  },
);

/** Tells the old address, and lets it object. */
export const changedLetter = letterOf(
  {
    kind: "address-changed",
    title: "Change of address: it has happened",
    when: "When an account has another address, to the old one. The button takes that back.",
  },
  {
    en: {
      subject: "The e-mail address of your account was changed",
      body: [
        "Hello {{person.name}},",
        "Your account has another e-mail address now: {{address}}. From here on we write there.",
        "If this was not you, take it back with this link within 7 days: the account gets this address again, and everybody who is signed in with it is signed out.",
      ],
      button: "That was not me",
    },
    de: {
      subject: "Die E-Mail-Adresse Ihres Kontos wurde geändert",
      body: [
        "Guten Tag {{person.name}},",
        "Ihr Konto hat jetzt eine andere E-Mail-Adresse: {{address}}. Von nun an schreiben wir dorthin.",
        "Wenn Sie das nicht waren, nehmen Sie es mit diesem Link innerhalb von 7 Tagen zurück: Das Konto bekommt diese Adresse wieder, und alle, die damit angemeldet sind, werden abgemeldet.",
      ],
      button: "Das war ich nicht",
    },
    es: {
      subject: "Se ha cambiado la dirección de correo de su cuenta",
      body: [
        "Hola {{person.name}}:",
        "Su cuenta tiene ahora otra dirección de correo: {{address}}. Desde ahora escribiremos allí.",
        "Si no ha sido usted, deshágalo con este enlace en un plazo de 7 días: la cuenta recupera esta dirección y se cierran todas sus sesiones.",
      ],
      button: "No he sido yo",
    },
  },
);

/** Tells who has an address that another account wanted it; whoever asked learns nothing. */
export const takenLetter = letterOf(
  {
    kind: "address-taken",
    title: "Change of address: it has an account already",
    when: "When somebody wants an address that has an account, to that address.",
  },
  {
    en: {
      subject: "This address has an account already",
      body: [
        "Hello {{person.name}},",
        "Somebody wanted to use {{address}} for another account of theirs. It has an account already, so nothing was changed.",
        "If both accounts are yours, write to us, and we make one of them. If this was not you, you need not do anything.",
      ],
      button: "Sign in",
    },
    de: {
      subject: "Diese Adresse hat schon ein Konto",
      body: [
        "Guten Tag {{person.name}},",
        "jemand wollte {{address}} für ein anderes Konto benutzen. Sie hat schon ein Konto, deshalb hat sich nichts geändert.",
        "Wenn beide Konten Ihnen gehören, schreiben Sie uns, und wir machen eines daraus. Wenn Sie das nicht waren, müssen Sie nichts tun.",
      ],
      button: "Anmelden",
    },
    es: {
      subject: "Esta dirección ya tiene una cuenta",
      body: [
        "Hola {{person.name}}:",
        "Alguien quería usar {{address}} para otra cuenta. Ya tiene una cuenta, así que no ha cambiado nada.",
        "Si ambas cuentas son suyas, escríbanos y haremos una sola. Si no ha sido usted, no tiene que hacer nada.",
      ],
      button: "Iniciar sesión",
    },
  },
);
