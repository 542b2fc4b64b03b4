/** A piece of a passage; `hit` is what was looked for. Plain text: whoever shows it marks it. */
export type Piece = { text: string; hit: boolean };

/**
 * What the database puts around a hit. Both are of the private use area and are taken out of the
 * text before, so that nobody can write a mark of their own.
 */
export const markStart = "\ue000";
export const markEnd = "\ue001";
export const cut = "\ue002";

/** The database's passage as pieces, with one space for every stretch of white space. */
export function readPassage(marked: string): Piece[] {
  const pieces: Piece[] = [];
  let hit = false;
  for (const part of marked.split(/([\ue000-\ue002])/u)) {
    if (part === markStart || part === markEnd) hit = part === markStart;
    else {
      const text = part === cut ? " … " : part.replace(/\s+/gu, " ");
      if (text !== "") pieces.push({ text, hit: hit && part !== cut });
    }
  }
  return pieces;
}
