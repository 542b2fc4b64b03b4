export { rateByLink } from "./commands/rate-by-link";
export { askRatings } from "./jobs";
export { somebodyToAsk } from "./queries/due";
export { ratingOfLink } from "./queries/rating";
export { satisfactionRouter } from "./router";
export { forgetComments } from "./steps/forget-comments";
