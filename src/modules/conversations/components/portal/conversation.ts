import type { RequestRow } from "@/modules/tickets/client";
import type { MessageView } from "../../schema";

/** A request as its page holds it. */
export type Conversation = {
  row: RequestRow;
  messages: MessageView[];
  /** Where the messages before these are; null at the first one. */
  older: string | null;
  seenAt: string | null;
  asOf: number;
};

const isBefore = (one: MessageView, other: MessageView) =>
  one.createdAt < other.createdAt || (one.createdAt === other.createdAt && one.id < other.id);

/** A fresh fetch over what is shown: earlier messages stay where the two still join. */
export function withFresh(shown: Conversation, fresh: Conversation): Conversation {
  const first = fresh.messages[0];
  const joins = first !== undefined && shown.messages.some((message) => message.id === first.id);
  const earlier = joins ? shown.messages.filter((message) => isBefore(message, first)) : [];
  return {
    ...fresh,
    messages: [...earlier, ...fresh.messages],
    older: earlier.length > 0 ? shown.older : fresh.older,
    seenAt: shown.seenAt,
  };
}

/** Earlier messages above what is shown. */
export function withOlder(
  shown: Conversation,
  page: Pick<Conversation, "messages" | "older">,
): Conversation {
  const known = new Set(shown.messages.map((message) => message.id));
  const earlier = page.messages.filter((message) => !known.has(message.id));
  return { ...shown, messages: [...earlier, ...shown.messages], older: page.older };
}

/** What was just sent, before the server has shown it; its text is the writer's own. */
export function withHeld(shown: Conversation, held: MessageView): Conversation {
  if (shown.messages.some((message) => message.id === held.id)) return shown;
  return { ...shown, messages: [...shown.messages, held] };
}

export function without(shown: Conversation, messageId: string): Conversation {
  return { ...shown, messages: shown.messages.filter((message) => message.id !== messageId) };
}

/** The messages that a change brought from somebody else. */
export function newFromOthers(
  before: Conversation,
  after: Conversation,
  readerId: string,
): MessageView[] {
  const known = new Set(before.messages.map((message) => message.id));
  return after.messages.filter(
    (message) => !known.has(message.id) && message.author.id !== readerId,
  );
}
