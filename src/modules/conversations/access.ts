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
  if (actor.audience === "customer" && message.kind !== "reply") return false;
  return message.state !== "held" || message.authorId === actor.id;
}

/** The same as a filter over `ticket_messages`; a property test keeps the two equal. */
export function readableMessages(actor: Actor): Sql {
  const held = sql`(ticket_messages.state <> 'held' or ticket_messages.author_id = ${actor.id})`;
  return actor.audience === "customer" ? sql`ticket_messages.kind = 'reply' and ${held}` : held;
}
