import { createHmac, randomBytes } from "node:crypto";
import { lockText, unlockText } from "@/platform/auth/locked-text";

const purpose = "insightdesk.webhook.v1";
const prefix = "whsec_";

/** A secret as Standard Webhooks writes it: its prefix, then 32 random bytes in base64. */
export const newSecret = (): string => prefix + randomBytes(32).toString("base64");

export const lockSecret = (secret: string, endpointId: string): string =>
  lockText(purpose, secret, endpointId);

/** @throws when AUTH_SECRET was changed twice since: then the endpoint needs a new secret. */
export const readSecret = (locked: string, endpointId: string): string =>
  unlockText(purpose, locked, endpointId);

type Signed = { readonly id: string; readonly timestamp: number; readonly body: string };

/** One `v1` signature a secret, separated by spaces: a receiver takes any that it can verify. */
export function signatureOf(secrets: readonly string[], { id, timestamp, body }: Signed): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(prefix.length), "base64");
      const mac = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`);
      return `v1,${mac.digest("base64")}`;
    })
    .join(" ");
}
