export {
  allLetters,
  defineLetter,
  exampleIn,
  type Letter,
  letterOfKind,
} from "./define-letter";
export { letterKinds } from "./kinds";
export { type Language, languageOf, languages } from "./language";
export {
  changedLetters,
  letterWordsSchema,
  saveLetter,
  versionsOfLetter,
  wordsInAll,
  wordsOfLetter,
} from "./templates";
export { paragraphsOf, type Written, writeLetter } from "./write-letter";
