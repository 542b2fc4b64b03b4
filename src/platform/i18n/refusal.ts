import { type ErrorCode, errorRules } from "@/platform/errors";
import type { Language } from "./languages";
import { en } from "./messages/en";
import { sayIn } from "./translate";
import type { KeyOf } from "./types";

const isSaid = (code: string): code is KeyOf<"refusal"> => code in en.refusal;

/** What a refusal says to a customer; refusals that only our own people meet are said in English. */
export function refusalWords(language: Language, code: ErrorCode): string {
  return isSaid(code) ? sayIn(language, "refusal")(code) : errorRules[code].words;
}
