import type { RouterOutputs } from "@/trpc/client";
import { numberWords, percentWords } from "@/ui/format/number";
import { placeWords } from "./indicator-words";

type PoolWaits = RouterOutputs["capacity"]["overview"]["poolWaits"];

/** How many waited for a connection and for how long: a full pool harms nobody until they do. */
export function poolWaitWords(waits: PoolWaits, locale: string): string {
  const [worst] = waits;
  if (worst === undefined) return "Nobody waited for a connection in the last hour.";
  const waited = waits.reduce((sum, each) => sum + each.waited, 0);
  const who = waited === 1 ? "One" : numberWords(waited, locale);
  const atMost = worst.isAtLeast ? "more than" : "at most";
  const within = `${atMost} ${numberWords(Math.ceil(worst.msP95), locale)} ms`;
  return `${who} waited for a connection in the last hour; longest at ${placeWords(worst.component)}: ${percentWords(0.95, locale)} ${within}.`;
}
