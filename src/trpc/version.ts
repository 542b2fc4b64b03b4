/** The version that this page came with, as its first answer said, and whether a later one said another. */
let own: string | null = null;
let isOutdated = false;
const listeners = new Set<() => void>();

/** Hears what an answer says of its server; pages and servers of one build say the same. */
export function noteVersion(theirs: string | null): void {
  if (theirs === null || isOutdated) return;
  own ??= theirs;
  if (theirs === own) return;
  isOutdated = true;
  for (const listen of listeners) listen();
}

export const outdated = (): boolean => isOutdated;

export function onOutdated(listen: () => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}
