import { AppError } from "@/platform/errors";
import { limits } from "@/platform/limits";
import { checkJsonDepth } from "./json-depth";

export const tooLarge = () =>
  new AppError("payload_too_large", { detail: { bodyBytesMax: limits.requestBodyBytesMax } });

/** A body that says how large it is need not be read to be refused. */
export function checkDeclaredBytes(contentLength: string | undefined): void {
  if (contentLength !== undefined && Number(contentLength) > limits.requestBodyBytesMax) {
    throw tooLarge();
  }
}

/**
 * The text of a body, counted while it comes, because what a caller says of its size need not be
 * true.
 * @throws AppError `payload_too_large` as soon as it is, `malformed_request` when it is nested too
 *   deeply.
 */
export async function readJsonText(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > limits.requestBodyBytesMax) throw tooLarge();
    parts.push(chunk);
  }
  return jsonText(parts);
}

/** The chunks of a body as text that is safe to parse. */
export function jsonText(parts: readonly Uint8Array[]): string {
  const text = Buffer.concat(parts).toString("utf8");
  checkJsonDepth(text);
  return text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text;
}

const byteOrderMark = 0xfeff;
