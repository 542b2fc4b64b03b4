import { handleHealth } from "./health";
import { type ListenOptions, listen, makeServer } from "./server";

/** A server for a process that has no other: the worker. Resolves with its port. */
export function listenForHealth({ life, host, port }: ListenOptions): Promise<number> {
  const server = makeServer((req, res) => {
    if (!handleHealth(life, req, res)) res.writeHead(404).end();
  }, life);
  return listen(server, host, port);
}
