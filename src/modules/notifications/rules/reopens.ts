import type { Language } from "@/platform/mailer/letters";

type Change = { readonly field: string; readonly from: unknown; readonly to: unknown };

/** Whether a change opened again what was solved. */
export const reopens = (changes: readonly Change[]): boolean =>
  changes.some(({ field, from, to }) => field === "status" && from === "resolved" && to === "open");

/** As inboxes keep it, where a message's words would stand. */
export const reopenedWords = "(opened the request again, without a message)";

/** The same as somebody's letter says it, after the name of who did it. */
export const reopenedIn: Readonly<Record<Language, string>> = {
  en: "opened the request again",
  de: "hat die Anfrage wieder geöffnet",
  es: "ha vuelto a abrir la solicitud",
};
