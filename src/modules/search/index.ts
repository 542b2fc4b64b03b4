export { cleanPendingLists } from "./commands/keep-indexes";
export { learnWords, speakLanguage } from "./jobs";
export { searchTickets } from "./queries/search-tickets";
export { searchRouter } from "./router";
export type { SearchPage } from "./schema";
