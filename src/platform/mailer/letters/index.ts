export {
  allLetters,
  defineLetter,
  type Letter,
  letterOfKind,
} from "./define-letter";
export { type Language, languageOf, languages } from "./language";
export {
  changedLetters,
  letterWordsSchema,
  saveLetter,
  versionsOfLetter,
  wordsOfLetter,
} from "./templates";
export { type Written, writeLetter } from "./write-letter";
