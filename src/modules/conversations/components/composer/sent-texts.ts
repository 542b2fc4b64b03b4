"use client";

const texts = new Map<string, string>();

/** What was written, as it was written: undoing gives it back with its marks. */
export function noteSentText(messageId: string, text: string): void {
  texts.set(messageId, text);
}

export const sentText = (messageId: string): string | undefined => texts.get(messageId);
