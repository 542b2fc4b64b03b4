import { type Reason, reasons } from "./reasons";

export const mailChoices = ["now", "digest", "off"] as const;
export type MailChoice = (typeof mailChoices)[number];

/** How somebody wants to be told for one reason. A desktop alert is of what is in the inbox, too. */
export type Choice = { app: boolean; desktop: boolean; mail: MailChoice };
export type Choices = Readonly<Record<Reason, Choice>>;

/** What everybody has who chose nothing: loud where one is meant in person, quiet elsewhere. */
export const usualChoices: Choices = {
  mention: { app: true, desktop: true, mail: "now" },
  breach: { app: true, desktop: true, mail: "digest" },
  risk: { app: true, desktop: true, mail: "off" },
  assigned: { app: true, desktop: true, mail: "now" },
  reply: { app: true, desktop: true, mail: "digest" },
  follow: { app: true, desktop: false, mail: "off" },
  returned: { app: true, desktop: false, mail: "off" },
  team: { app: false, desktop: false, mail: "off" },
};

export type ChoiceChange = { [Part in keyof Choice]?: Choice[Part] | undefined };

/** What was chosen over what is usual. */
export function choicesOf(kept: Partial<Record<Reason, ChoiceChange>>): Choices {
  const made = reasons.map((reason) => [reason, withChange(usualChoices[reason], kept[reason])]);
  return { ...usualChoices, ...Object.fromEntries(made) };
}

/** One choice changed; without the inbox there is no desktop alert, and an alert brings the inbox. */
export function withChange(choice: Choice, change: ChoiceChange = {}): Choice {
  const app = change.app ?? (change.desktop === true ? true : choice.app);
  const desktop = app && (change.desktop ?? choice.desktop);
  return { app, desktop, mail: change.mail ?? choice.mail };
}

/** Nothing is to happen for this reason: such people need not be looked at. */
export const isOff = ({ app, mail }: Choice): boolean => !app && mail === "off";
