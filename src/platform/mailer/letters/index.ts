export {
  allLetters,
  defineLetter,
  type Letter,
  type LetterWords,
  letterOfKind,
} from "./define-letter";
export { type Language, languageOf, languages } from "./language";
export {
  changedLetters,
  type LetterVersion,
  letterWordsSchema,
  saveLetter,
  versionsOfLetter,
  wordsOfLetter,
} from "./templates";
export { hasPlaceForMessage, type LetterAbout, type Written, writeLetter } from "./write-letter";
