/** The web process without its pages, measuring and writing down as in production. */
import { readSession } from "@/platform/auth";
import { env } from "@/platform/env";
import { listen } from "@/platform/http";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { recordMeasures } from "@/platform/measuring";
import { installProcess } from "@/platform/process";
import { registerOperations } from "@/platform/telemetry";
import { appRouter } from "@/trpc/root";
import { makeWebServer } from "../../web/server";

await installProcess({
  kind: "web",
  log,
  drainMsMax: limits.drainMsMax,
  start: async (life) => {
    registerOperations(Object.keys(appRouter._def.procedures));
    const server = makeWebServer(life, {
      api: { router: appRouter, readSession },
      files: async () => false,
      pages: (_req, res) => void res.writeHead(404).end(),
    });
    const port = await listen(server, env().HOST, env().PORT);
    recordMeasures(life, "web");
    process.send?.({ port });
    process.on("message", () => {
      const { user, system } = process.cpuUsage();
      process.send?.({ cpuMs: (user + system) / 1_000 });
    });
    process.on("disconnect", () => process.exit());
  },
});
