import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FilesAnswer } from "./answer";

/** Writes an answer to a node response, streaming its file; a reader who leaves ends the stream. */
export async function sendAnswer(
  { status, headers, body }: FilesAnswer,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  // What is left of a refused upload is not read: the connection ends with the answer.
  const isUnread = !req.complete && req.method === "PUT";
  res.writeHead(status, { ...headers, ...(isUnread && { connection: "close" }) });
  if (body instanceof Readable) await pipeline(body, res).catch(() => res.destroy());
  else res.end(body ?? undefined);
}
