import { availableParallelism } from "node:os";
import { Advice } from "../../system/advice";

/** The cores that processes may be given: all that we have, or as many as somebody says. */
export function coresAsked(text: string | undefined): number {
  if (text === undefined) return availableParallelism();
  const cores = Number(text);
  if (Number.isFinite(cores) && cores > 0) return cores;
  throw new Advice(`--cores must be a number above 0, not "${text}".`);
}
