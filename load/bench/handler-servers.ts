import { createServer, type RequestListener } from "node:http";
import { initTRPC } from "@trpc/server";
import { createHTTPHandler } from "@trpc/server/adapters/standalone";
import * as z from "zod";
import { t } from "@/trpc/init";
import { publicProcedure } from "@/trpc/procedures";
import { handleTrpc } from "../../web/handler";

/** A page of a queue as it travels: 50 rows, 17 kB. */
const page = {
  rows: Array.from({ length: 50 }, (_, index) => ({
    id: `01980000-0000-7000-8000-${String(index).padStart(12, "0")}`,
    number: 1_000 + index,
    subject: `The invoice of last month shows an amount that we never agreed to (${index})`,
    status: "open",
    priority: "high",
    requester: { name: "Ada Byron", email: "ada@example.com" },
    updatedAt: "2026-11-24T10:00:00.000Z",
    lastWords: "Could you please look at it again before Friday?",
  })),
};

const input = z.object({ view: z.string() });
/** The same work behind each handler: no limiter and no measuring, which a floor has not either. */
const bare = t.router({ list: t.procedure.input(input).query(() => page) });
/** Behind our doors as people meet them: measured, under a deadline, with the limiter's memory. */
const whole = t.router({ list: publicProcedure.input(input).query(() => page) });
const plain = initTRPC.create();
const plainRouter = plain.router({ list: plain.procedure.input(input).query(() => page) });

const prefix = "/api/trpc/";
const readSession = async () => null;

const thin =
  (router: typeof bare | typeof whole): RequestListener =>
  (req, res) => {
    void handleTrpc({ router, readSession }, req, res, (req.url ?? "").slice(prefix.length));
  };

const listeners = {
  floor: (req, res) => {
    const search = new URLSearchParams((req.url ?? "").split("?", 2)[1]);
    z.record(z.string(), input).parse(JSON.parse(search.get("input") ?? "{}"));
    const body = JSON.stringify([{ result: { data: page } }]);
    res.setHeader("content-type", "application/json");
    res.setHeader("content-length", Buffer.byteLength(body));
    res.end(body);
  },
  thin: thin(bare),
  whole: thin(whole),
  stock: createHTTPHandler({ router: plainRouter, basePath: prefix }),
} satisfies Record<string, RequestListener>;

async function listen(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

export const servers = Object.fromEntries(
  Object.entries(listeners).map(([name, listener]) => [name, () => listen(listener)]),
);
