import { type Socket as Client, io as connect } from "socket.io-client";
import type { Actor } from "@/platform/auth/actor";
import { type Lifecycle, makeLifecycle } from "@/platform/process";
import { wire } from "@/platform/realtime/names";
import {
  type Delivery,
  deliverySchema,
  type PresentPerson,
  presenceUpdateSchema,
} from "@/platform/realtime/wire";
import { aDeviceOf } from "@/testing/people";
import { startRealtime } from "../start";

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Every test drains its server; the pools are everybody's. */
function keepStores(of: Lifecycle): Lifecycle["onDrain"] {
  return (stage, name, run) => {
    if (stage !== "close") of.onDrain(stage, name, run);
  };
}

type Options = { cookie?: string; origin?: string };

/** A real realtime server, and the sockets that a test opens to it. */
export async function aRealtimeServer() {
  const life = makeLifecycle(silent);
  const port = await startRealtime({ ...life, onDrain: keepStores(life) });
  life.markReady();
  const url = `http://127.0.0.1:${port}`;
  const clients: Client[] = [];

  const open = ({ cookie, origin }: Options): Client => {
    const client = connect(url, {
      transports: ["websocket"],
      reconnection: false,
      forceNew: true,
      extraHeaders: {
        ...(cookie === undefined ? {} : { cookie }),
        ...(origin === undefined ? {} : { origin }),
      },
    });
    clients.push(client);
    return client;
  };

  /** A connected socket of somebody, and all that it hears. */
  const socketOf = async (person: Actor) => {
    const { cookie } = await aDeviceOf(person);
    const client = open({ cookie });
    const heard: Delivery[] = [];
    const people = new Map<string, readonly PresentPerson[]>();
    client.on(wire.event, (raw: unknown) => heard.push(deliverySchema.parse(raw)));
    client.on(wire.presence, (raw: unknown) => {
      const update = presenceUpdateSchema.parse(raw);
      people.set(update.ticketId, update.people);
    });
    await new Promise<void>((resolve, reject) => {
      client.on("connect", resolve);
      client.on("connect_error", reject);
    });
    const join = (room: unknown, since: unknown = null): Promise<unknown> =>
      client.timeout(5_000).emitWithAck(wire.join, { room, since });
    return { client, cookie, heard, people, join };
  };

  return {
    url,
    open,
    socketOf,
    close: async () => {
      for (const client of clients) client.disconnect();
      await life.drain("test over");
    },
  };
}

export type RealtimeServer = Awaited<ReturnType<typeof aRealtimeServer>>;

/** Why a socket was not let in. */
export const refusalOf = (client: Client) =>
  new Promise<string>((resolve) => client.on("connect_error", (error) => resolve(error.message)));
