import type { Actor } from "@/platform/auth/actor";
import { type Sql, sql } from "@/platform/database";
import type { MessageKind } from "./schema";

type MessageFacts = {
  kind: MessageKind;
  state: "held" | "released" | "redacted";
  authorId: string;
};

/** Notes are for those who work here; a held reply is its author's alone. */
export function mayReadMessage(actor: Actor, message: MessageFacts): boolean {
  if (message.state === "held") return message.authorId === actor.id;
  return actor.audience !== "customer" || message.kind === "reply";
}

/** The same as a filter over `ticket_messages`, for someone who may read the ticket. */
export function readableMessages(actor: Actor): Sql {
  const held = sql`(ticket_messages.state <> 'held' or ticket_messages.author_id = ${actor.id})`;
  return actor.audience === "customer" ? sql`ticket_messages.kind = 'reply' and ${held}` : held;
}
