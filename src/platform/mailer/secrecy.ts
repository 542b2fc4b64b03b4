import { lockText, unlockText } from "@/platform/auth/locked-text";

const purpose = "insightdesk.mail.v1";

/** Locks a text; `about` (the mail and the field) is part of the lock, so texts cannot be swapped. */
export const encryptText = (text: string, about: string): string => lockText(purpose, text, about);

/**
 * Unlocks what this or the secret before it has locked.
 * @throws when neither fits, or the text is not whole.
 */
export const decryptText = (text: string, about: string): string =>
  unlockText(purpose, text, about);
