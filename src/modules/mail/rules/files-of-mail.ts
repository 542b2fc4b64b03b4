import type { Language } from "@/platform/mailer/letters";

export type SentFile = { id: string; name: string; type: string; bytes: number; key: string };

/**
 * Which files go as parts of a mail, the smallest first, and which as links because the mail would
 * be too large for its readers' servers. Both in their own order.
 */
export function partsAndLinks<File extends { bytes: number }>(
  files: readonly File[],
  bytesMax: number,
): { parts: File[]; links: File[] } {
  let left = bytesMax;
  const fitting = new Set<File>();
  for (const file of [...files].sort((one, other) => one.bytes - other.bytes)) {
    if (file.bytes > left) break;
    left -= file.bytes;
    fitting.add(file);
  }
  return {
    parts: files.filter((file) => fitting.has(file)),
    links: files.filter((file) => !fitting.has(file)),
  };
}

const inline = /src="\/files\/inline\/([0-9a-f-]{36})"/g;
const ownAddress = /(href|src)="\/(?!\/)/g;

export const isInText = (html: string, fileId: string) =>
  html.includes(`src="/files/inline/${fileId}"`);

/**
 * A message's HTML as it is read outside: its pictures from the mail itself (`cid`) or by their
 * links, and our own addresses whole.
 */
export function htmlForMail(
  html: string,
  about: { cids: ReadonlyMap<string, string>; links: ReadonlyMap<string, string>; base: string },
): string {
  const base = about.base.replace(/\/+$/, "");
  return html
    .replace(inline, (written, id: string) => {
      const cid = about.cids.get(id);
      const url = cid === undefined ? about.links.get(id) : `cid:${cid}`;
      return url === undefined ? written : `src="${url}"`;
    })
    .replace(ownAddress, (_, name: string) => `${name}="${base}/`);
}

const until: Readonly<Record<Language, (date: string) => string>> = {
  en: (date) => `Files, to be downloaded until ${date}:`,
  de: (date) => `Dateien, abrufbar bis ${date}:`,
  es: (date) => `Archivos, disponibles hasta el ${date}:`,
};

/** The line above the files that come as links. */
export const linksUntil = (language: Language, at: Date): string =>
  until[language](
    new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(at),
  );
