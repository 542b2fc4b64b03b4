import { db, sql } from "@/platform/database";
import { plainAddress } from "../rules/reply-address";

/** The mailbox that one of some addresses leads to, in the order of the addresses; else null. */
export async function mailboxFor(addresses: readonly string[]): Promise<string | null> {
  const plain = addresses.map(plainAddress);
  const [row] = await db.write.rows<{ id: string }>(sql`
    select id from mailboxes where enabled and address = any(${plain}::citext[])
    order by array_position(${plain}::citext[], address) limit 1`);
  return row?.id ?? null;
}
