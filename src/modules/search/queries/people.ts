import { readablePeople } from "@/modules/identity";
import type { Actor } from "@/platform/auth/actor";
import { db, join, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import { addressIn } from "../rules/exact";
import type { FoundPerson } from "../schema";

const rowsMax = raw(String(limits.searchPeopleRows));
/** Of a name that thousands bear, so many are looked at to choose from. */
const candidatesMax = raw("500");

/** People by their names and addresses: every word begins a word of them. A whole address is exact. */
export async function peopleCalled(actor: Actor, words: readonly string[]): Promise<FoundPerson[]> {
  if (
    words.length === 0 ||
    words.length > limits.searchPeopleWordsMax ||
    words.some((word) => word.length < 2)
  )
    return [];
  const address = words.length === 1 ? addressIn(words[0] ?? "") : null;
  const called = words.map((word) => {
    const part = word.replace(/[\\%_]/gu, "\\$&");
    return sql`(search_plain(users.name) like search_plain(${`${part}%`})
      or search_plain(users.name) like search_plain(${`% ${part}%`})
      or search_plain(users.email::text) like search_plain(${`${part}%`}))`;
  });
  const is = address === null ? join(called, " and ") : sql`users.email = ${address}`;
  return db.search.rows<FoundPerson>(sql`
    select people.id, people.name, people.email, people.role, organizations.name as organization
    from (
      select id, name, email::text as email, role, organization_id from users
      where ${is} and ${readablePeople(actor)} and not synthetic limit ${candidatesMax}) as people
    left join organizations on organizations.id = people.organization_id
    order by people.role = 'customer', people.name, people.id limit ${rowsMax}`);
}
