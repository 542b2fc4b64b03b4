import type { Choice } from "./choices";
import { nextAt, type QuietHours, quietUntil } from "./day";

export type Person = { zone: string; quiet: QuietHours | null; digestMinute: number };

export type Plan = {
  inbox: boolean;
  /** A window and a sound on the desktop, at this moment. */
  alert: boolean;
  letter: { digest: boolean; dueAt: Date } | null;
};

/**
 * How somebody is told of one thing: their choice, held back by their quiet hours. What a bulk action
 * did is told in the inbox and the digest: a thousand mails would tell less than one.
 */
export function planFor(chosen: Choice, person: Person, now: Date, isOfBulk = false): Plan {
  const digest = isOfBulk && chosen.mail === "now";
  const choice: Choice = digest
    ? { ...chosen, desktop: false, mail: "digest" }
    : { ...chosen, desktop: chosen.desktop && !isOfBulk };
  const quietEnd = quietUntil(person.quiet, person.zone, now);
  return {
    inbox: choice.app,
    alert: choice.desktop && quietEnd === null,
    letter: letterOf(choice, person, now, quietEnd),
  };
}

function letterOf(choice: Choice, person: Person, now: Date, quietEnd: Date | null) {
  if (choice.mail === "off") return null;
  if (choice.mail === "now") return { digest: false, dueAt: quietEnd ?? now };
  return { digest: true, dueAt: nextAt(person.digestMinute, person.zone, now) };
}
