import type { Language } from "@/platform/mailer/letters";
import type { Notice } from "../schema";
import { firstName, type HouseNews } from "./agent-letters";

const leads: Readonly<Record<Language, Readonly<Record<Notice["level"], string>>>> = {
  en: { good: "Over", warning: "Warning", critical: "Critical" },
  de: { good: "Vorbei", warning: "Warnung", critical: "Kritisch" },
  es: { good: "Resuelto", warning: "Aviso", critical: "Crítico" },
};
const andMore: Readonly<Record<Language, (count: number) => string>> = {
  en: (count) => `, and ${count} more`,
  de: (count) => ` und ${count} weitere`,
  es: (count) => ` y ${count} más`,
};

/** A notice in somebody's language; one of before it was said in others, in English. */
const saidIn = (notice: Notice, language: Language) =>
  language === "en" || notice.abroad === null ? notice : notice.abroad[language];

/** What an admin is told of the installation: one mail, however much came while it was quiet. */
export function incidentNews(
  { name, language }: { name: string; language: Language },
  notices: readonly [Notice, ...Notice[]],
): HouseNews {
  const [first, ...others] = notices;
  const lead = leads[language];
  const more = others.length === 0 ? "" : andMore[language](others.length);
  return {
    values: {
      "person.firstName": firstName(name),
      "incident.title": `${lead[first.level]}: ${saidIn(first, language).title}${more}`,
    },
    sentences: notices.map((notice) => {
      const { title, says } = saidIn(notice, language);
      return `${lead[notice.level]}: ${title}. ${says}`;
    }),
    path: others.length === 0 ? first.path : "/admin/incidents",
  };
}
