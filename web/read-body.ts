import type { IncomingMessage } from "node:http";
import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { checkDeclaredBytes, jsonText, tooLarge } from "@/trpc/guards";

/**
 * The text of a request's body. By events and not `for await`, which destroys the socket when it
 * is left early, and then nobody hears the refusal.
 * @throws AppError `payload_too_large` or `malformed_request`; the rest of the body stays unread.
 */
export function readBody(req: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    checkDeclaredBytes(req.headers["content-length"]);
    const parts: Buffer[] = [];
    let bytes = 0;
    const settle = (how: () => void) => {
      req.off("data", onData);
      req.off("end", onEnd);
      req.off("close", onClose);
      how();
    };
    const onData = (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes > limits.requestBodyBytesMax) settle(() => reject(tooLarge()));
      else parts.push(chunk);
    };
    const onEnd = () =>
      settle(() => {
        try {
          resolve(jsonText(parts));
        } catch (refusal) {
          reject(refusal);
        }
      });
    const onClose = () => settle(() => reject(new AppError("malformed_request")));
    req.on("data", onData);
    req.on("end", onEnd);
    req.on("close", onClose);
  });
}

/**
 * Lets a caller that is still sending hear its refusal: what it sends is thrown away for a while
 * before the connection ends.
 */
export function letItFinish(req: IncomingMessage): void {
  if (req.complete) return;
  const patience = setTimeout(() => req.destroy(), limits.lingerMsMax);
  req.once("close", () => clearTimeout(patience));
  req.once("end", () => clearTimeout(patience));
  req.resume();
}
