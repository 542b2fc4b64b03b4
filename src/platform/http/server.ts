import { createServer, type RequestListener, type Server } from "node:http";
import type { Duplex } from "node:stream";
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
  const server = createServer(serverOptions, (req, res) => {
    if (life.state() !== "ready") res.setHeader("connection", "close");
    listener(req, res);
  });
  const upgraded = new Set<Duplex>();
  server.on("upgrade", (_req, socket) => {
    // Nobody else here speaks anything but HTTP.
    if (server.listenerCount("upgrade") === 1) socket.destroy();
    upgraded.add(socket);
    socket.once("close", () => upgraded.delete(socket));
  });
  life.onDrain("finish", "http server", () => finish(server, upgraded));
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

function finish(server: Server, upgraded: ReadonlySet<Duplex>): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), limits.requestDeadlineMs);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    for (const socket of upgraded) socket.destroy();
  });
}
