/** What parts words for the database's search, as `search_vector` has it. */
const parts = /[^\p{L}\p{N}]+/u;

/** The runs of letters and digits of a text. */
export function runsOf(text: string): readonly string[] {
  return text.split(parts).filter((run) => run !== "");
}

/** One run of letters and digits: what a prefix can be made of. */
export const isRun = (text: string): boolean => /^[\p{L}\p{N}]+$/u.test(text);
