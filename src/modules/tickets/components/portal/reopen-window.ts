/** For the page, which hands it on: a browser need not load the rules around it. */
export { reopenWindowMs } from "../../rules/turn";
