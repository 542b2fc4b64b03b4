export { refusalWords } from "./refusal";
export { sayIn, wordsIn } from "./translate";
