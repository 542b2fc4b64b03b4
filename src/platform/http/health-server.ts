import type { IncomingMessage, ServerResponse } from "node:http";
import { handleHealth } from "./health";
import { type ListenOptions, listen, makeServer } from "./server";

/** What a process answers beside its health, by path. */
type Answers = Readonly<Record<string, (req: IncomingMessage, res: ServerResponse) => unknown>>;

/** A server for a process that has no other: the worker. Resolves with its port. */
export function listenForHealth(
  { life, host, port }: ListenOptions,
  answers: Answers = {},
): Promise<number> {
  const server = makeServer((req, res) => {
    if (handleHealth(life, req, res)) return;
    const answer = answers[(req.url ?? "").split("?", 1)[0] ?? ""];
    if (answer === undefined) res.writeHead(404).end();
    else answer(req, res);
  }, life);
  return listen(server, host, port);
}
