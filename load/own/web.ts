/** The web process without its pages: everything that a page would ask, and no build. */
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
import { registerOperations } from "@/platform/telemetry";
import { closeValkey } from "@/platform/valkey";
import { appRouter } from "@/trpc/root";
import { makeWebServer } from "../../web/server";

async function start(life: Lifecycle): Promise<void> {
  registerOperations(Object.keys(appRouter._def.procedures));
  life.onDrain("close", "database", closePools);
  life.onDrain("close", "valkey", closeValkey);
  serveUntilProxyLooksAway(life);
  life.checkReady("database", async () => {
    await db.write.rows(sql`select 1`);
  });
  const server = makeWebServer(life, {
    api: { router: appRouter, readSession },
    files: handleFiles,
    // Probes look at this page as strangers do.
    pages: (req, res) => void res.writeHead(req.url === "/sign-in" ? 200 : 404).end(),
  });
  const port = await listen(server, env().HOST, env().PORT);
  reportProcess(life, { kind: "web", port });
  recordMeasures(life, "web");
}

await installProcess({ kind: "web", log, start, drainMsMax: limits.drainMsMax });
