import { knowledge } from "./parts/knowledge";
import { lists } from "./parts/lists";
import { machines } from "./parts/machines";
import { people } from "./parts/people";
import { requests } from "./parts/requests";
import { settings } from "./parts/settings";
import { tickets } from "./parts/tickets";

export type { ClientReaction, ErrorRule } from "./rule";

/**
 * The one table of refusals, one file a part. HTTP, tRPC, retry, words and the page in the docs derive
 * from it.
 */
export const errorRules = {
  ...requests,
  ...machines,
  ...people,
  ...tickets,
  ...lists,
  ...settings,
  ...knowledge,
} as const;

export type ErrorCode = keyof typeof errorRules;
