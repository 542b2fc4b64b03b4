export {
  chooseLanguage,
  directionOf,
  type Language,
  languageCookie,
  languageNames,
  languages,
  localeFor,
  readLanguage,
} from "./languages";
export type { Namespace, Say, WordsOf } from "./types";
