export const triggerSigns = ["@", "/", "#"] as const;
export type TriggerSign = (typeof triggerSigns)[number];
export type Trigger = {
  sign: TriggerSign;
  words: string;
  /** How many characters before the cursor the sign stands. */
  back: number;
};

const pattern = /(?:^|[\s(])([@/#])([\p{L}\p{N}'.-]{0,30}(?: [\p{L}\p{N}'.-]{1,30})?)$/u;

/** What somebody is about to insert, by the text before the cursor: a sign, and words after it. */
export function triggerAt(before: string): Trigger | null {
  const found = pattern.exec(before);
  const sign = triggerSigns.find((one) => one === found?.[1]);
  const words = found?.[2];
  if (sign === undefined || words === undefined) return null;
  // Two words are a name; a command or a number is one.
  if (sign !== "@" && words.includes(" ")) return null;
  return { sign, words, back: words.length + 1 };
}
