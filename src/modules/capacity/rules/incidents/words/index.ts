import type { Abroad, Said } from "../condition";
import { german } from "./de";
import { english } from "./en";
import { spanish } from "./es";
import type { IncidentWords } from "./types";

/** What is said of something in the language of the console, and in those of letters beside it. */
export const inWords = (say: (words: IncidentWords) => Said): Said & { abroad: Abroad } => ({
  ...say(english),
  abroad: { de: say(german), es: say(spanish) },
});
