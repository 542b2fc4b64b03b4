/** What somebody wants sent, under the id that makes it one however often it is sent. */
export type Intent = { commandId: string; content: string };

/** The same content is the same intent and keeps its id; other content is another one. */
export function intentFor(
  previous: Intent | null,
  content: readonly unknown[],
  makeId: () => string,
): Intent {
  const text = JSON.stringify(content);
  if (previous !== null && previous.content === text) return previous;
  return { commandId: makeId(), content: text };
}
