import { readSession } from "@/platform/auth";
import { appRouter } from "@/trpc/root";
import { serveWithStockAdapter } from "@/trpc/stock";

/**
 * The API for plain `next start`. The web process answers the same addresses before Next sees them
 * (web/handler.ts), for a third of the CPU.
 */
const handle = (request: Request) =>
  serveWithStockAdapter({ router: appRouter, readSession, endpoint: "/api/trpc" }, request);

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
