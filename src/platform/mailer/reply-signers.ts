import { createHmac } from "node:crypto";
import { authSecrets } from "@/platform/auth/secrets";

type ReplySigner = (text: string) => string;

function signer(secret: string): ReplySigner {
  // A key of its own for this purpose: a signature for an answer is never one for something else.
  const key = createHmac("sha256", secret).update("insightdesk/reply-address/v1").digest();
  return (text) => {
    const hex = createHmac("sha256", key).update(text).digest("hex");
    return BigInt(`0x${hex}`).toString(36).padStart(50, "0");
  };
}

/** Sign the addresses for answers: the first one from now on, the others what they have signed. */
export function replySigners(): readonly [ReplySigner, ...ReplySigner[]] {
  const [current, ...previous] = authSecrets();
  return [signer(current), ...previous.map(signer)];
}
