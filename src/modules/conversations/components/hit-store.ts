"use client";

let hit: { messageId: string; words: readonly string[] } | null = null;

/** What somebody came for: the words that were found in a message, to be marked where they stand. */
export function rememberHit(messageId: string, words: readonly string[]): void {
  hit = { messageId, words };
}

export function wordsOfHit(messageId: string): readonly string[] {
  return hit?.messageId === messageId ? hit.words : [];
}
