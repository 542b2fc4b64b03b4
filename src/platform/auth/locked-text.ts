import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { authSecrets } from "./secrets";

const cipher = "aes-256-gcm";
/** How many bytes stand before the locked text, as the cipher wants them. */
const lead = { iv: 12, tag: 16 } as const;
const prefix = "v1.";

const keyOf = (secret: string, purpose: string) =>
  Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));

/**
 * Locks a text for one purpose; `about` (the row and the field) is part of the lock, so that texts
 * cannot be swapped.
 */
export function lockText(purpose: string, text: string, about: string): string {
  const iv = randomBytes(lead.iv);
  const locking = createCipheriv(cipher, keyOf(authSecrets()[0], purpose), iv).setAAD(
    Buffer.from(about),
  );
  const locked = Buffer.concat([locking.update(text, "utf8"), locking.final()]);
  return prefix + Buffer.concat([iv, locking.getAuthTag(), locked]).toString("base64url");
}

function unlock(locked: Buffer, about: string, key: Buffer): string {
  const iv = locked.subarray(0, lead.iv);
  const tag = locked.subarray(lead.iv, lead.iv + lead.tag);
  const unlocking = createDecipheriv(cipher, key, iv, { authTagLength: lead.tag })
    .setAAD(Buffer.from(about))
    .setAuthTag(tag);
  const text = unlocking.update(locked.subarray(lead.iv + lead.tag));
  return Buffer.concat([text, unlocking.final()]).toString("utf8");
}

/**
 * Unlocks what this or the secret before it has locked.
 * @throws when neither fits, or the text is not whole.
 */
export function unlockText(purpose: string, text: string, about: string): string {
  const locked = Buffer.from(text.slice(prefix.length), "base64url");
  let fault: unknown;
  for (const secret of authSecrets()) {
    try {
      return unlock(locked, about, keyOf(secret, purpose));
    } catch (thrown) {
      fault = thrown;
    }
  }
  throw new Error("What was locked cannot be read with the secrets that are valid now", {
    cause: fault,
  });
}
