import type { MessageView } from "../../schema";

/** The newest messages of a conversation, as far back as somebody asked for them. */
export type Tail = { messages: MessageView[]; older: string | null };

/** Messages from further back, with others between them and the tail. */
export type Passage = { messages: MessageView[]; older: string | null; newer: string | null };

export type Shown = { tail: Tail; passage: Passage | null };

const isBefore = (one: MessageView, other: MessageView) =>
  one.createdAt < other.createdAt || (one.createdAt === other.createdAt && one.id < other.id);

/** Two stretches of one conversation, each in order, without doubles; the later knows better. */
function together(earlier: readonly MessageView[], later: readonly MessageView[]): MessageView[] {
  const first = later[0];
  if (first === undefined) return [...earlier];
  return [...earlier.filter((message) => isBefore(message, first)), ...later];
}

/** A passage that has reached the tail is a part of it. */
export function joined({ tail, passage }: Shown): Shown {
  if (passage === null) return { tail, passage };
  const last = passage.messages.at(-1);
  const first = tail.messages[0];
  if (last === undefined) return { tail, passage: null };
  const meets = passage.newer === null || first === undefined || !isBefore(last, first);
  if (!meets) return { tail, passage };
  // The tail may reach further back than the passage does.
  const start = passage.messages[0];
  const covered = tail.older === null || (start && first && !isBefore(start, first));
  if (covered) return { tail, passage: null };
  const messages = together(passage.messages, tail.messages);
  return { tail: { messages, older: passage.older }, passage: null };
}

type Page = { messages: MessageView[]; older: string | null; newer: string | null };

export const withOlder = <Part extends Tail>(part: Part, page: Page): Part => ({
  ...part,
  messages: together(page.messages, part.messages),
  older: page.older,
});

export const withNewer = (part: Passage, page: Page): Passage => ({
  ...part,
  messages: together(part.messages, page.messages),
  newer: page.newer,
});
