import { callsIn, mentioned } from "./send-checks";

/** So many names are looked up; a text with more of them is no message to one customer. */
const lookUpsMax = 5;

/**
 * The same in a house of which a browser knows the first people alone. Where nobody answers, the text
 * goes on: it waits for the line, and not for this.
 */
export async function mentionedAnywhere(
  text: string,
  find: (words: string) => Promise<readonly string[]>,
): Promise<string | null> {
  const calls = [...callsIn(text)].slice(0, lookUpsMax);
  const found = await Promise.all(calls.map((words) => find(words).catch(() => [])));
  return mentioned(text, found.flat());
}
