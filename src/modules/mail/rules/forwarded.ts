import type { Language } from "@/platform/mailer/letters";

const escaped = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[char] ?? "",
  );

/** As mail programs name them, so that others fold what they introduce. */
const headNames = {
  en: { begins: "Forwarded message", from: "From", date: "Date", subject: "Subject" },
  de: { begins: "Weitergeleitete Nachricht", from: "Von", date: "Datum", subject: "Betreff" },
  es: { begins: "Mensaje reenviado", from: "De", date: "Fecha", subject: "Asunto" },
} as const satisfies Record<Language, object>;

type Written = { html: string; text: string };

/** A message that is passed on: what one says about it, and the message under its headers. */
export function forwarded(
  words: Written,
  message: Written & { from: string; at: Date; subject: string },
  language: Language,
): Written {
  const says = headNames[language];
  const at = new Intl.DateTimeFormat(language, {
    dateStyle: "full",
    timeStyle: "short",
    timeZone: "UTC",
  }).format(message.at);
  const heads = [
    `${says.from}: ${message.from}`,
    `${says.date}: ${at} UTC`,
    `${says.subject}: ${message.subject}`,
  ];
  const begins = `---------- ${says.begins} ----------`;
  const own = words.text.trim() === "" ? [] : [words.text.trim()];
  return {
    text: [...own, [begins, ...heads].join("\n"), message.text].join("\n\n"),
    html: `${words.html}<p style="margin:24px 0 8px;color:#5c6966">${[begins, ...heads].map(escaped).join("<br>")}</p><div style="padding:0 0 0 12px;border-left:2px solid #d5dcd7">${message.html}</div>`,
  };
}
