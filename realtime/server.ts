import { createServer, type Server as HttpServer, type IncomingMessage } from "node:http";
import { createAdapter } from "@socket.io/redis-streams-adapter";
import { Server, type Socket } from "socket.io";
import { readSession } from "@/modules/identity";
import type { Actor } from "@/platform/auth/actor";
import { env } from "@/platform/env";
import { errorRules, isAppError } from "@/platform/errors";
import { handleHealth } from "@/platform/http";
import { limits } from "@/platform/limits";
import type { Lifecycle } from "@/platform/process";
import { connectValkey, keyOf } from "@/platform/valkey";

/** The web origins whose pages may open a socket. */
function allowedOrigins(): string[] {
  const { PUBLIC_WEB_URL, CORS_ORIGINS } = env();
  return [PUBLIC_WEB_URL, ...CORS_ORIGINS].map((url) => new URL(url).origin);
}

/** A browser always says its origin; what says none is no browser and carries no one's cookie. */
function fromOurPages(req: IncomingMessage, origins: readonly string[]): boolean {
  const { origin } = req.headers;
  return origin === undefined || origins.includes(origin);
}

class Refusal extends Error {
  readonly data: { code: string; client: string };
  constructor(code: keyof typeof errorRules) {
    super(code);
    this.data = { code, client: errorRules[code].client };
  }
}

async function authenticate(socket: Socket): Promise<Actor> {
  const actor = await readSession(socket.request.headers.cookie ?? "");
  if (actor === null) throw new Refusal("not_signed_in");
  return actor;
}

export type Sockets = { http: HttpServer; io: Server };

/** The Socket.IO server: every connection is authenticated, its count is the engine's own. */
export function makeSockets(
  life: Lifecycle,
  serve: (io: Server, socket: Socket, actor: Actor) => void,
): Sockets {
  const http = createServer((req, res) => {
    if (!handleHealth(life, req, res)) res.writeHead(404).end();
  });
  const origins = allowedOrigins();
  const io = new Server(http, {
    cors: { origin: origins, credentials: true },
    pingTimeout: limits.socketPingTimeoutMs,
    pingInterval: limits.socketPingIntervalMs,
    transports: ["websocket", "polling"],
    allowUpgrades: true,
    perMessageDeflate: false,
    httpCompression: false,
    // Who is not let in may not take a place for long: a browser says who it is at once.
    connectTimeout: limits.socketSignInMs,
    serveClient: false,
    maxHttpBufferSize: limits.socketMessageBytesMax,
    allowRequest: (req, decide) => {
      const full = io.engine.clientsCount >= limits.socketsPerServerMax;
      const welcome = life.state() === "ready" && !full && fromOurPages(req, origins);
      decide(welcome ? null : full ? "realtime_full" : "foreign_origin", welcome);
    },
    // It only carries messages between servers: what was missed is found by our own positions.
    adapter: createAdapter(connectValkey("realtime", { maxRetriesPerRequest: null }), {
      streamName: keyOf("sockets"),
      maxLen: limits.eventLogRowsMax,
    }),
  });
  io.use((socket, next) => {
    authenticate(socket).then(
      (actor) => {
        socket.data.actor = actor;
        socket.once("disconnect", () => socket.removeAllListeners());
        next();
      },
      (thrown: unknown) => {
        if (thrown instanceof Refusal) next(thrown);
        else next(new Refusal(isAppError(thrown) ? thrown.code : "internal"));
      },
    );
  });
  io.on("connection", (socket) => {
    const actor: Actor = socket.data.actor;
    serve(io, socket, actor);
  });
  return { http, io };
}
