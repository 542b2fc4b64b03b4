import type { MessageView } from "../schema";

type Page = { messages: MessageView[]; older: string | null };

const isBefore = (one: MessageView, other: MessageView) =>
  one.createdAt < other.createdAt || (one.createdAt === other.createdAt && one.id < other.id);

/** A conversation from its end back to `oldest`, so that nothing that was loaded is lost. */
export async function loadConversation<Whole extends Page>(
  newest: () => Promise<Whole>,
  olderThan: (mark: string) => Promise<Page>,
  oldest: MessageView | undefined,
): Promise<Whole> {
  const whole = await newest();
  let { messages, older } = whole;
  while (older !== null && oldest !== undefined) {
    const first = messages[0];
    if (first === undefined || !isBefore(oldest, first)) break;
    const page: Page = await olderThan(older);
    messages = [...page.messages, ...messages];
    older = page.older;
  }
  return { ...whole, messages, older };
}
