export { cleanPendingLists } from "./commands/keep-indexes";
export { learnWords, speakLanguage } from "./jobs";
export { searchRouter } from "./router";
