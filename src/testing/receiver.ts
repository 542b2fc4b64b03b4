import { createServer } from "node:http";
import * as z from "zod";

export type Received = { headers: Record<string, string>; body: string };
type Answer = { status: number; headers?: Record<string, string>; body?: string };

const addressSchema = z.object({ port: z.int() });

/** Somebody's server that webhooks are sent to: keeps what came, answers as it is told to. */
export async function aReceiver() {
  const received: Received[] = [];
  let answer: (count: number) => Answer = () => ({ status: 204 });
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      received.push({ headers, body: Buffer.concat(parts).toString("utf8") });
      const said = answer(received.length);
      response.writeHead(said.status, said.headers).end(said.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = addressSchema.parse(server.address());
  return {
    port,
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answers: (how: typeof answer) => {
      answer = how;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
