import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { env } from "@/platform/env";
import { handleHealth, makeServer } from "@/platform/http";
import { log } from "@/platform/log";
import type { Lifecycle } from "@/platform/process";
import { measureResponse, registerOperations } from "@/platform/telemetry";
import { type Api, handleTrpc } from "./handler";

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;

export type Doors = {
  api: Api;
  /** `/files/*`: uploads and downloads of a store in a local folder; false when there is none. */
  files: (req: IncomingMessage, res: ServerResponse) => Promise<boolean>;
  /** Everything else, untouched, so that pages stream as Next writes them. */
  pages: Handler;
};

const apiPrefix = "/api/trpc/";
/** Pages are one operation: their addresses are without number. */
const pagesOperation = "pages";
const filesPrefix = "/files/";
/** Of pages and their routes; Next ends in a fault when it is asked in another way, such as TRACE. */
const pageMethods: ReadonlySet<string> = new Set([
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
]);

/** The one server of a web process: it looks at the address and hands the request on. */
export function makeWebServer(life: Lifecycle, doors: Doors): Server {
  registerOperations([pagesOperation]);
  return makeServer(dispatch(life, doors), life);
}

function dispatch(life: Lifecycle, { api, files, pages }: Doors): RequestListener {
  const page: Doors["pages"] = (req, res) => {
    // Nobody stands between: what a caller says about its own address is worth nothing.
    if (env().PROXY_HOPS === 0) delete req.headers["x-forwarded-for"];
    res.once("close", measureResponse(res, pagesOperation));
    if (!pageMethods.has(req.method ?? "")) {
      res.writeHead(405, { allow: [...pageMethods].join(", ") }).end();
      return;
    }
    return pages(req, res);
  };
  return (req, res) => {
    const url = req.url ?? "";
    if (url.startsWith(apiPrefix)) {
      guard(res, handleTrpc(api, req, res, url.slice(apiPrefix.length)));
    } else if (url.startsWith(filesPrefix)) {
      guard(
        res,
        files(req, res).then((ours) => (ours ? undefined : page(req, res))),
      );
    } else if (!handleHealth(life, req, res)) guard(res, page(req, res));
  };
}

/** A handler answers its own failures; one that does not must not leave its caller waiting. */
function guard(res: ServerResponse, handled: Promise<void> | void): void {
  Promise.resolve(handled).catch((thrown: unknown) => {
    log().error({ err: thrown }, "a request ended in a fault that its handler did not answer");
    if (res.headersSent) res.destroy();
    else res.writeHead(500).end();
  });
}
