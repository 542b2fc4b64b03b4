import { moveFiles } from "@/modules/files";
import { activeStatuses, type Ticket, withoutWait } from "@/modules/tickets";
import { sql, type Transaction } from "@/platform/database";
import { conversationFacts } from "./conversation-facts";

/** Gives messages to another ticket, with their files. The caller holds both tickets. */
export async function moveMessages(
  tx: Transaction,
  messageIds: readonly string[],
  way: { fromId: string; toId: string },
): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    update ticket_messages set ticket_id = ${way.toId}
    where id = any(${messageIds}::uuid[]) and ticket_id = ${way.fromId}
    returning id`);
  const moved = rows.map((row) => row.id);
  await moveFiles(tx, moved, way.toId);
  return moved;
}

/**
 * A ticket with the columns that follow from its messages, read anew. One without messages (all
 * went to another ticket) keeps its times.
 */
export async function withFacts(
  tx: Transaction,
  ticket: Ticket,
  { waiting }: { waiting: "read" | "keep" },
): Promise<Ticket> {
  const facts = await conversationFacts(tx, ticket.id);
  if (facts === null) return withoutWait(ticket);
  const { waitingSince, ...rest } = facts;
  const waits = {
    waitingSince: activeStatuses.some((one) => one === ticket.status) ? waitingSince : null,
  };
  return { ...ticket, ...rest, ...(waiting === "read" ? waits : {}) };
}
