import type { Notice } from "../schema";
import { firstName, type HouseNews } from "./agent-letters";

const lead: Readonly<Record<Notice["level"], string>> = {
  good: "Over",
  warning: "Warning",
  critical: "Critical",
};
const lineOf = ({ level, title, says }: Notice) => `${lead[level]}: ${title}. ${says}`;

/** What an admin is told of the installation: one mail, however much came while it was quiet. */
export function incidentNews(name: string, notices: readonly [Notice, ...Notice[]]): HouseNews {
  const [first, ...others] = notices;
  const more = others.length === 0 ? "" : `, and ${others.length} more`;
  return {
    values: {
      "person.firstName": firstName(name),
      "incident.title": `${lead[first.level]}: ${first.title}${more}`,
    },
    sentences: notices.map(lineOf),
    path: others.length === 0 ? first.path : "/admin/incidents",
  };
}
