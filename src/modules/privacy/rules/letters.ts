import type { Letter } from "@/platform/mailer/letters";
import { deskName, personName } from "@/platform/placeholders";

/** A copy of somebody's data lies ready. */
export const exportWords: Letter<"person.name" | "desk.name"> = {
  kind: "export",
  title: "The copy of one's data",
  when: "When the copy that somebody asked for is ready. The button leads to it.",
  carriesMessage: false,
  variables: {
    "person.name": personName,
    "desk.name": deskName,
  },
  words: {
    en: {
      subject: "Your copy of your data is ready",
      body: "Hello {{person.name}},\n\nYou asked for a copy of your data. It is ready and can be downloaded for seven days, when you are signed in.",
      button: "Open my data",
      foot: "You get this mail because somebody asked for it, signed in with your account. If it was not you, change your password.",
    },
    de: {
      subject: "Die Kopie Ihrer Daten ist fertig",
      body: "Guten Tag {{person.name}},\n\nSie wollten eine Kopie Ihrer Daten. Sie ist fertig und kann sieben Tage lang heruntergeladen werden, wenn Sie angemeldet sind.",
      button: "Meine Daten öffnen",
      foot: "Sie bekommen diese Mail, weil jemand sie mit Ihrem Konto angefordert hat. Waren Sie es nicht, ändern Sie Ihr Passwort.",
    },
    es: {
      subject: "La copia de sus datos está lista",
      body: "Hola, {{person.name}}:\n\nPidió una copia de sus datos. Está lista y se puede descargar durante siete días con la sesión iniciada.",
      button: "Abrir mis datos",
      foot: "Recibe este correo porque alguien lo pidió con su cuenta. Si no fue usted, cambie su contraseña.",
    },
  },
};

/** The last mail to somebody whose account is gone: what stays, and why. */
export const deletedWords: Letter<"person.name" | "desk.name"> = {
  kind: "account-deleted",
  title: "An account is deleted",
  when: "When somebody has deleted their account: what stays, and why. It has no button.",
  carriesMessage: false,
  variables: {
    "person.name": personName,
    "desk.name": deskName,
  },
  words: {
    en: {
      subject: "Your account is deleted",
      body: "Hello {{person.name}},\n\nAs you wished, we have deleted your account. Nobody can sign in with it any more.\n\nYour requests, our conversations and mails about them stay without your name on the account, because we must be able to show later what was asked and answered. Names and addresses that stand in the texts themselves stay there; tell us first if something of it must be removed. Requests that wait are not answered by mail any more.",
      button: "",
      foot: "{{desk.name}}",
    },
    de: {
      subject: "Ihr Konto ist gelöscht",
      body: "Guten Tag {{person.name}},\n\nWie gewünscht haben wir Ihr Konto gelöscht. Niemand kann sich mehr damit anmelden.\n\nIhre Anfragen, unsere Gespräche und die Mails dazu bleiben ohne Ihren Namen am Konto, weil wir später zeigen können müssen, was gefragt und geantwortet wurde. Namen und Adressen, die in den Texten selbst stehen, bleiben dort; sagen Sie uns vorher, wenn etwas davon entfernt werden muss. Wartende Anfragen werden nicht mehr per Mail beantwortet.",
      button: "",
      foot: "{{desk.name}}",
    },
    es: {
      subject: "Su cuenta está borrada",
      body: "Hola, {{person.name}}:\n\nComo quería, hemos borrado su cuenta. Nadie puede volver a entrar con ella.\n\nSus solicitudes, nuestras conversaciones y los correos sobre ellas quedan sin su nombre en la cuenta, porque debemos poder mostrar más tarde qué se preguntó y respondió. Los nombres y direcciones que están en los propios textos quedan ahí; díganos antes si hay que quitar algo. Las solicitudes en espera ya no se responden por correo.",
      button: "",
      foot: "{{desk.name}}",
    },
  },
};
