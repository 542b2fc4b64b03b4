import type { Server } from "node:http";
import next from "next";
import { env } from "@/platform/env";
import type { Lifecycle } from "@/platform/process";

/** Next's own handler for pages and their assets, prepared and ready. */
export async function preparePages(life: Lifecycle, server: Server, port: number) {
  const app = next({
    dev: env().NODE_ENV === "development",
    dir: process.cwd(),
    hostname: env().HOST,
    port,
    httpServer: server,
  });
  await app.prepare();
  life.onDrain("close", "next", () => app.close());
  return app.getRequestHandler();
}
