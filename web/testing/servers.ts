import { createServer, type RequestListener, type Server } from "node:http";
import { incomingMessageToRequest } from "@trpc/server/adapters/node-http";
import { createHTTPHandler } from "@trpc/server/adapters/standalone";
import { limits } from "@/platform/limits";
import { withRequestContext } from "@/platform/process";
import { answerHeaders } from "@/trpc/answer-headers";
import { openContext } from "@/trpc/context";
import { serveWithStockAdapter } from "@/trpc/stock";
import { parseTarget } from "@/trpc/target";
import { handleTrpc } from "../handler";
import { readCookie } from "./actors";
import { contractRouter as router } from "./router";

export const prefix = "/api/trpc/";

/** Our handler, as the web process mounts it. */
const thin: RequestListener = (req, res) => {
  const rest = (req.url ?? "").slice(prefix.length);
  void handleTrpc({ router, readSession: readCookie }, req, res, rest);
};

/** tRPC's own node adapter, with nothing of ours but the context and its headers. */
const stock: RequestListener = (req, res) => {
  const { method = "" } = req;
  const header = (name: string) => req.headers[name]?.toString();
  const { operation } = parseTarget((req.url ?? "").slice(prefix.length));
  const ctx = openContext({ method, operation, header, address: "test" }, readCookie);
  res.once("close", ctx.close);
  const handler = createHTTPHandler({
    router,
    basePath: prefix,
    maxBodySize: limits.requestBodyBytesMax,
    maxBatchSize: limits.batchCallsMax,
    createContext: () => ctx,
    responseMeta: () => ({ headers: new Headers(answerHeaders(ctx)) }),
  });
  withRequestContext(ctx, () => handler(req, res));
};

/** What plain `next start` serves: tRPC's fetch adapter behind our guards. */
const guarded: RequestListener = async (req, res) => {
  const served = { router, readSession: readCookie, endpoint: "/api/trpc" };
  const asked = incomingMessageToRequest(req, res, { maxBodySize: null });
  const response = await serveWithStockAdapter(served, asked);
  res.statusCode = response.status;
  for (const [name, value] of response.headers) res.appendHeader(name, value);
  res.end(Buffer.from(await response.arrayBuffer()));
};

const listeners = { thin, stock, guarded };
export type ServerName = keyof typeof listeners;

export async function listen(name: ServerName): Promise<{ port: number; close: () => void }> {
  const server = createServer({ maxHeaderSize: limits.headerBytesMax }, listeners[name]);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: portOf(server), close: () => server.close().closeAllConnections() };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}
