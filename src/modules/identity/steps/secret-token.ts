import { createHash, randomBytes } from "node:crypto";

/** A text for a link that opens something; nobody guesses it. */
export const newSecretToken = (): string => randomBytes(24).toString("base64url");

/** How such a text is kept: who reads the table cannot make the link. */
export const hashOf = (token: string): string =>
  createHash("sha256").update(token).digest("base64url");

/** Under what a verification of an address is filed. */
export const verificationOf = (token: string): string => hashOf(`verify-email:${token}`);

/** Under what a link that signs in is filed; no other link's text is found there. */
export const signInLinkOf = (token: string): string => hashOf(`sign-in-link:${token}`);
