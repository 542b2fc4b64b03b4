import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { answerFiles, type FilesAnswer, type FilesRequest } from "./answer";
import { fileStorage, linkSecrets } from "./configured";
import { sendAnswer } from "./send-answer";

async function answer(request: FilesRequest): Promise<FilesAnswer | null> {
  const configured = fileStorage();
  return configured.local === null ? null : answerFiles(configured.local, linkSecrets(), request);
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}

/** Serves signed links of the local folder in a node server; false means that they are not ours. */
export async function handleFiles(req: IncomingMessage, res: ServerResponse): Promise<boolean> {
  const answered = await answer({
    method: req.method ?? "GET",
    url: new URL(req.url ?? "/", "http://files.invalid"),
    header: (name) => headerOf(req, name),
    body: req,
  });
  if (answered === null) return false;
  await sendAnswer(answered, req, res);
  return true;
}

/** The same for Next's route handlers, with the web's streams. */
export async function handleFilesOnWeb(request: Request): Promise<Response> {
  const answered = await answer({
    method: request.method,
    url: new URL(request.url),
    header: (name) => request.headers.get(name) ?? undefined,
    body: request.body === null ? null : Readable.from(request.body),
  });
  if (answered === null) return new Response(null, { status: 404 });
  const { status, headers, body } = answered;
  if (!(body instanceof Readable)) return new Response(body, { status, headers });
  const iterator = body.iterator();
  const stream = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => {
      body.destroy();
    },
  });
  return new Response(stream, { status, headers });
}
