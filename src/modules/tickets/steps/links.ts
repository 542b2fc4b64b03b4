import { sql, type Transaction } from "@/platform/database";
import { newId } from "@/platform/ids";
import type { LinkKind } from "../rules/links";

type NewLink = { fromId: string; toId: string; kind: LinkKind; by: string | null; at: Date };

/** Ties two tickets; the same tie again changes nothing. Gives whether it is new. */
export async function insertLink(tx: Transaction, link: NewLink): Promise<boolean> {
  const rows = await tx.rows(sql`
    insert into ticket_links (id, from_id, to_id, kind, created_by, created_at)
    values (${newId(link.at.getTime())}, ${link.fromId}, ${link.toId}, ${link.kind}, ${link.by},
      ${link.at})
    on conflict (from_id, to_id, kind) do nothing
    returning id`);
  return rows.length > 0;
}
