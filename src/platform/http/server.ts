import { createServer, type RequestListener, type Server } from "node:http";
import type { Socket } from "node:net";
import { limits } from "@/platform/limits";
import type { Lifecycle } from "@/platform/process";

export type ListenOptions = { host: string; port: number; life: Lifecycle };

/** Timeouts that a slow or silent caller cannot outlast, and a keep-alive longer than a proxy's. */
const serverOptions = {
  maxHeaderSize: limits.headerBytesMax,
  headersTimeout: limits.headersWaitMsMax,
  requestTimeout: limits.bodyWaitMsMax,
  keepAliveTimeout: limits.keepAliveMs,
  noDelay: true,
};

/**
 * A server of this process that ends with it: while it drains, each answer asks its caller to
 * connect elsewhere, and nothing that has begun is cut before its deadline.
 */
export function makeServer(listener: RequestListener, life: Lifecycle): Server {
  const sockets = new Set<Socket>();
  const busy = new Set<Socket>();
  const server = createServer(serverOptions, (req, res) => {
    busy.add(req.socket);
    res.once("close", () => busy.delete(req.socket));
    if (life.state() !== "ready") res.setHeader("connection", "close");
    listener(req, res);
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  life.onDrain("finish", "http server", () => {
    const finished = finish(server);
    // Browsers open connections ahead of need; node would wait for the first request on them.
    for (const socket of sockets) if (!busy.has(socket)) socket.destroy();
    return finished;
  });
  return server;
}

/** Resolves with the port once the server accepts. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function finish(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), limits.requestDeadlineMs);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
  });
}
