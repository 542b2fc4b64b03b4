import { createHmac, timingSafeEqual } from "node:crypto";
import { authSecrets } from "@/platform/auth/secrets";
import { isId } from "@/platform/ids";

const signatureOf = (secret: string, text: string) =>
  createHmac("sha256", secret).update(`insightdesk/file-link/v1/${text}`).digest("base64url");

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** A word in a link that gives one file to whoever got the mail, until a moment. */
export function fileToken(fileId: string, until: Date): string {
  const said = `${fileId}.${Math.floor(until.getTime() / 1_000).toString(36)}`;
  return `${said}.${signatureOf(authSecrets()[0], said)}`;
}

/** The file that a link of ours gives; null when it is no word of ours, or its time is over. */
export function fileOfToken(token: string, now: Date): string | null {
  const [, said = "", fileId = "", seconds = "", signature = ""] =
    /^(([0-9a-f-]{36})\.([0-9a-z]{1,9}))\.([\w-]{43})$/.exec(token) ?? [];
  if (!isId(fileId)) return null;
  const isOurs = authSecrets().some((secret) => isSame(signatureOf(secret, said), signature));
  return isOurs && Number.parseInt(seconds, 36) * 1_000 > now.getTime() ? fileId : null;
}
