export { sayIn, wordsIn } from "./translate";
