export { readOpinion } from "./rules/rating";
