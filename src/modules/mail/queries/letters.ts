import { defineLetter } from "@/platform/mailer/letters";
import { acknowledgement, mergedLetter, replyLetter } from "../rules/customer-letters";
import { forwardLetter } from "../rules/forward-letter";
import { sideLetter } from "../rules/side-letter";

// Whoever asks for a letter by its kind asks here, so that ours are among them in every process.
export { allLetters, letterOfKind } from "@/platform/mailer/letters";

/** The letters of this module. */
export const letters = {
  acknowledgement: defineLetter(acknowledgement),
  reply: defineLetter(replyLetter),
  merged: defineLetter(mergedLetter),
  side: defineLetter(sideLetter),
  forward: defineLetter(forwardLetter),
};
