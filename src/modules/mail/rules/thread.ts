/** Mail programs know a thread by its beginning and its end; the middle of a long one is left out. */
const threadIdsMax = 12;

/** What a mail refers to: the Message-IDs of its ticket, the oldest first, each once. */
export function threadOf(messageIds: readonly string[]): {
  inReplyTo: string | null;
  thread: string[];
} {
  const [first, ...others] = new Set(messageIds);
  if (first === undefined) return { inReplyTo: null, thread: [] };
  const thread = [first, ...others.slice(-(threadIdsMax - 1))];
  return { inReplyTo: thread.at(-1) ?? null, thread };
}
