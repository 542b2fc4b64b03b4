import type { IncomingMessage, ServerResponse } from "node:http";
import { readSession } from "@/platform/auth";
import { closePools, db, sql } from "@/platform/database";
import { env } from "@/platform/env";
import { listen, serveUntilProxyLooksAway } from "@/platform/http";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { recordMeasures } from "@/platform/measuring";
import { installProcess, type Lifecycle } from "@/platform/process";
import { reportProcess } from "@/platform/processes";
import { handleFiles } from "@/platform/storage";
import { followSurge } from "@/platform/surge";
import { registerOperations } from "@/platform/telemetry";
import { startTracing } from "@/platform/tracing";
import { closeValkey, storesCheck, valkey } from "@/platform/valkey";
import { appRouter } from "@/trpc/root";
import { checkOneHost } from "./one-host";
import { preparePages } from "./pages";
import { makeWebServer } from "./server";

async function start(life: Lifecycle): Promise<void> {
  const { HOST, PORT } = env();
  registerOperations(Object.keys(appRouter._def.procedures));
  life.onDrain("close", "database", closePools);
  life.onDrain("close", "valkey", closeValkey);
  serveUntilProxyLooksAway(life);
  life.checkReady("database", async () => {
    await db.write.rows(sql`select 1`);
  });
  // Without it nobody can be told who they are, but every web process would be in the same case:
  // an answer that says so is better than no process that answers.
  const sessions = async () => void (await valkey("session").ping());
  life.checkReady("sessions", sessions, { essential: false });

  life.checkReady("stores", storesCheck());
  await checkOneHost();
  let pages: (req: IncomingMessage, res: ServerResponse) => Promise<void> = tooEarly;
  const server = makeWebServer(life, {
    api: { router: appRouter, readSession },
    files: handleFiles,
    pages: (req, res) => pages(req, res),
  });
  const port = await listen(server, HOST, PORT);
  pages = await preparePages(life, server, port);
  reportProcess(life, { kind: "web", port });
  followSurge(life);
  recordMeasures(life, "web");
  await startTracing(life, "web");
  log().info({ host: HOST, port }, "web listens");
}

/** Health is answered from the first moment; pages once Next is prepared. */
async function tooEarly(_req: IncomingMessage, res: ServerResponse): Promise<void> {
  res.writeHead(503, { "retry-after": "1" }).end();
}

await installProcess({ kind: "web", log, start, drainMsMax: limits.drainMsMax });
