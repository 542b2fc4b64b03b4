export { isLanguage, type Language, languageNames, languages } from "./rules/languages";
export type { PageLine } from "./types";
