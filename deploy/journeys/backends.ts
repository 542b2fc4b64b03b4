import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A process as the proxy sees one: it says whether it is ready, and tells what it was asked. */
export type FakeProcess = {
  name: string;
  port: number;
  asked: IncomingMessage[];
  ready: boolean;
  /** Whether it refuses as a full realtime server does. */
  full: boolean;
  /** Requests to /held wait until this is called. */
  letGo: () => void;
  stop: () => Promise<void>;
  start: () => Promise<void>;
};

export async function aFakeProcess(name: string): Promise<FakeProcess> {
  const held: ServerResponse[] = [];
  const server = createServer((req, res) => {
    if (req.url === "/health/ready") return void res.writeHead(process.ready ? 200 : 503).end();
    process.asked.push(req);
    res.setHeader("x-process", name);
    if (process.full) return void res.writeHead(403).end("full");
    if (req.url === "/held") return void held.push(res);
    req.resume();
    req.on("end", () => res.end(name));
  });
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      server.listen(port, "127.0.0.1", () => {
        const address = server.address();
        resolve(typeof address === "object" && address !== null ? address.port : port);
      });
    });
  const process: FakeProcess = {
    name,
    port: await listen(0),
    asked: [],
    ready: true,
    full: false,
    letGo: () => {
      for (const res of held.splice(0)) res.end(name);
    },
    start: async () => void (await listen(process.port)),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return process;
}
