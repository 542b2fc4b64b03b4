import type pg from "pg";
import { newId } from "@/platform/ids";

/** From where Fjord & Fern answers; other servers may hand their mail over, nothing is fetched. */
const mailboxes = [
  { name: "Help", address: "help@fjordfern.example", fromName: "", isDefault: true },
  {
    name: "Schools",
    address: "schools@fjordfern.example",
    fromName: "Fjord & Fern for schools",
    isDefault: false,
  },
] as const;

export async function insertMailboxes(client: pg.Client, at: Date): Promise<void> {
  for (const { name, address, fromName, isDefault } of mailboxes)
    await client.query(
      `insert into mailboxes (id, name, address, from_name, is_default, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $6)`,
      [newId(), name, address, fromName, isDefault, at],
    );
}
