import type { Notice } from "../schema";
import { reasonWords } from "./reasons";

const firstName = (name: string) => name.trim().split(/\s+/)[0] ?? name;
const lead: Readonly<Record<Notice["level"], string>> = {
  good: "Over",
  warning: "Warning",
  critical: "Critical",
};
const lineOf = ({ level, title, says }: Notice) => `${lead[level]}: ${title}. ${says}`;

/** What an admin is told of the installation: one mail, however much came while it was quiet. */
export function noticesLetter(name: string, notices: readonly [Notice, ...Notice[]]) {
  const [first, ...others] = notices;
  const more = others.length === 0 ? "" : `, and ${others.length} more`;
  return {
    subject: `${lead[first.level]}: ${first.title}${more}`,
    greeting: `Hello ${firstName(name)},`,
    paragraphs: notices.map(lineOf),
    action: {
      label: "See the incidents",
      path: others.length === 0 ? first.path : "/admin/incidents",
    },
    foot: `You get this mail because ${reasonWords.incident.why}. What you are told of is yours to choose: see your settings.`,
  };
}
