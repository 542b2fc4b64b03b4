import { browsers } from "./parts/browsers";
import { bulk } from "./parts/bulk";
import { capacity } from "./parts/capacity";
import { database } from "./parts/database";
import { files } from "./parts/files";
import { guests } from "./parts/guests";
import { jobs } from "./parts/jobs";
import { knowledge } from "./parts/knowledge";
import { lists } from "./parts/lists";
import { live } from "./parts/live";
import { mail } from "./parts/mail";
import { measuring } from "./parts/measuring";
import { notifications } from "./parts/notifications";
import { people } from "./parts/people";
import { processes } from "./parts/processes";
import { promises } from "./parts/promises";
import { ratings } from "./parts/ratings";
import { requests } from "./parts/requests";
import { responses } from "./parts/responses";
import { search } from "./parts/search";
import { tickets } from "./parts/tickets";
import { watching } from "./parts/watching";
import { webhooks } from "./parts/webhooks";
import { writing } from "./parts/writing";
import { relations } from "./relations";

/** Every number that bounds something, once, with its unit in the name; one file a part. */
export const limits = {
  ...writing,
  ...files,
  ...tickets,
  ...search,
  ...guests,
  ...mail,
  ...requests,
  ...lists,
  ...people,
  ...responses,
  ...notifications,
  ...knowledge,
  ...database,
  ...live,
  ...bulk,
  ...ratings,
  ...jobs,
  ...promises,
  ...browsers,
  ...webhooks,
  ...processes,
  ...capacity,
  ...measuring,
  ...watching,
} as const;

export type Limits = { readonly [Name in keyof typeof limits]: number };

/** The relations that do not hold, in words; a process with any refuses to start. */
export function brokenRelations(numbers: Limits = limits): string[] {
  return relations(numbers)
    .filter((relation) => !relation.holds)
    .map((relation) => relation.says);
}
