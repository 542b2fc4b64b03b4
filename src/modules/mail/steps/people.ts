import { peopleAt, type Requester, requesterFor, writerOf } from "@/modules/identity";
import type { Actor } from "@/platform/auth/actor";
import { sql, type Transaction } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { ReadMail } from "../queries/read-mail";
import { copiesOf, nameFrom } from "../rules/copies";

/** Who wrote a letter; an address that is new makes a customer. */
export async function senderOf(tx: Transaction, mail: ReadMail, at: Date): Promise<Actor> {
  const from = mail.from ?? { address: "", name: "" };
  const wanted = { email: from.address.toLowerCase(), name: nameFrom(from) };
  return writerOf(await requesterFor(tx, wanted, at));
}

type Known = { id: string; email: string; role: Actor["role"]; suspended: boolean };

/**
 * The customers that a letter is copied to. Those who are known come into copy; of those who are
 * not only a few, so that one letter cannot fill the house with strangers.
 */
export async function copiedPeople(
  tx: Transaction,
  mail: ReadMail,
  sender: Actor,
  at: Date,
): Promise<string[]> {
  const ours = await tx.rows<{ address: string }>(sql`
    select address::text as address from mailboxes limit 1000`);
  const own = new Set(ours.map(({ address }) => address.toLowerCase()));
  const copies = copiesOf({ from: sender.email, to: mail.to, cc: mail.cc }, own);
  if (copies.length === 0) return [];
  const known = await tx.rows<Known>(sql`
    select users.id, named.address as email, users.role,
      users.suspended_at is not null as suspended
    from (${peopleAt(copies.map(({ address }) => address))}) named
    join users on users.id = named.person_id`);
  const byEmail = new Map(known.map((person) => [person.email.toLowerCase(), person]));
  const ids = new Set<string>();
  let made = 0;
  for (const copy of copies) {
    if (ids.size >= limits.participantsMax) break;
    const person = byEmail.get(copy.address);
    if (person !== undefined) {
      if (person.role === "customer" && !person.suspended) ids.add(person.id);
    } else if (made < limits.newPeoplePerMailMax) {
      made += 1;
      const wanted = { email: copy.address, name: nameFrom(copy) };
      const person: Requester = await requesterFor(tx, wanted, at);
      ids.add(person.id);
    }
  }
  ids.delete(sender.id);
  return [...ids];
}
