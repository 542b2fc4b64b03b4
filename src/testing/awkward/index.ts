import { bodies } from "./bodies";
import { charsets } from "./charsets";
import { names } from "./files";
import { heads } from "./heads";
import type { AwkwardLetter } from "./letter";

/** Letters as the world sends them, each with what must be read of it. */
export const awkwardLetters: readonly AwkwardLetter[] = [
  ...charsets,
  ...heads,
  ...names,
  ...bodies,
];
