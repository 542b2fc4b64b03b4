import type { Conversation } from "./conversation";

/** The first message of somebody else that its reader has not seen; null on a first visit. */
export function firstUnread(conversation: Conversation, readerId: string): string | null {
  const { seenAt, messages } = conversation;
  if (seenAt === null) return null;
  const unread = messages.find(
    (message) => message.createdAt > seenAt && message.author.id !== readerId,
  );
  return unread?.id ?? null;
}
