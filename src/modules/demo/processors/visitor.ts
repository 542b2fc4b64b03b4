import { io, type Socket } from "socket.io-client";
import type * as z from "zod";
import * as zod from "zod";
import { env } from "@/platform/env";
import { newId } from "@/platform/ids";
import { rooms } from "@/platform/realtime";
import { wire } from "@/platform/realtime/names";
import { demoPassword } from "../rules/cast";

const signedInSchema = zod.object({ user: zod.object({ id: zod.uuid(), name: zod.string() }) });
const answerSchema = zod.object({ result: zod.object({ data: zod.unknown() }) });

/** Somebody of the demo, who does what a browser could do, through the same doors. */
export type Visitor = {
  id: string;
  query<Shape extends z.ZodType>(
    path: string,
    input: object,
    shape: Shape,
  ): Promise<z.output<Shape>>;
  mutate(path: string, input: object): Promise<void>;
  /** Is seen at a ticket until the returned function is called. */
  lookAt(ticketId: string): () => void;
};

async function call(url: URL, cookie: string, init: RequestInit = {}): Promise<unknown> {
  const headers = { "content-type": "application/json", cookie };
  const answer = await fetch(url, { ...init, headers });
  if (!answer.ok) throw new Error(`${url.pathname} answered ${answer.status}.`);
  return answerSchema.parse(await answer.json()).result.data;
}

const address = (path: string) => new URL(path, env().PUBLIC_WEB_URL);

/** @throws when the demo does not know them, or the web does not answer. */
export async function signInAs(email: string): Promise<Visitor> {
  const answer = await fetch(address("/api/auth/sign-in/email"), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password: demoPassword }),
  });
  if (!answer.ok) throw new Error(`${email} could not sign in: ${answer.status}.`);
  const { user } = signedInSchema.parse(await answer.json());
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  return {
    id: user.id,
    query: async (path, input, shape) => {
      const url = address(`/api/trpc/${path}`);
      url.searchParams.set("input", JSON.stringify(input));
      return shape.parse(await call(url, cookie));
    },
    mutate: async (path, input) => {
      const body = JSON.stringify({ commandId: newId(), ...input });
      await call(address(`/api/trpc/${path}`), cookie, { method: "POST", body });
    },
    lookAt: (ticketId) => present(cookie, ticketId),
  };
}

function present(cookie: string, ticketId: string): () => void {
  const socket: Socket = io(env().PUBLIC_REALTIME_URL, {
    extraHeaders: { cookie },
    transports: ["websocket"],
    forceNew: true,
  });
  const say = () => socket.emit(wire.presence, { ticketId, mode: "viewing" });
  socket.on("connect", () => {
    socket.emit(wire.join, { room: rooms.ticket(ticketId), since: null }, say);
  });
  // Presence that is not said again grows old; the heartbeat is the pace of browsers, too.
  socket.on(wire.heartbeat, say);
  return () => socket.disconnect();
}
