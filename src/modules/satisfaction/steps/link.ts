import { createHmac, timingSafeEqual } from "node:crypto";
import { authSecrets } from "@/platform/auth/secrets";
import { isId } from "@/platform/ids";

/** Which resolution of which ticket a link is about. */
export type Rated = { ticketId: string; resolutionAt: Date };

function sign(body: string, secret: string): Buffer {
  // A key of its own for this purpose: such a signature opens nothing else.
  const key = createHmac("sha256", secret).update("insightdesk/rating-link/v1").digest();
  return createHmac("sha256", key).update(body).digest();
}

/** The token of a link by which its requester rates a resolution, without signing in. */
export function ratingToken({ ticketId, resolutionAt }: Rated): string {
  const body = `${ticketId}.${resolutionAt.getTime().toString(36)}`;
  return `${body}.${sign(body, authSecrets()[0]).toString("base64url")}`;
}

/** What a token is about; null when it is none of ours. */
export function readRatingToken(token: string): Rated | null {
  const [ticketId = "", at = "", signature = "", ...more] = token.split(".");
  const given = Buffer.from(signature, "base64url");
  if (more.length > 0 || !isId(ticketId) || given.length === 0) return null;
  const body = `${ticketId}.${at}`;
  const isOurs = authSecrets().some((secret) => {
    const signed = sign(body, secret);
    return signed.length === given.length && timingSafeEqual(signed, given);
  });
  return isOurs ? { ticketId, resolutionAt: new Date(Number.parseInt(at, 36)) } : null;
}
