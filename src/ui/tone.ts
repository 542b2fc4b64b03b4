export type Tone = "neutral" | "good" | "warn" | "bad" | "info" | "violet" | "note" | "accent";

/** Soft grounds with the ink that can be read on them. */
export const softClass: Readonly<Record<Tone, string>> = {
  neutral: "bg-sunken text-ink-2",
  good: "bg-good-soft text-on-good-soft",
  warn: "bg-warn-soft text-on-warn-soft",
  bad: "bg-bad-soft text-on-bad-soft",
  info: "bg-info-soft text-on-info-soft",
  violet: "bg-violet-soft text-on-violet-soft",
  note: "bg-note-paper text-note-ink",
  accent: "bg-selected text-link",
};
