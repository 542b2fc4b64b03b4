import { randomBytes } from "node:crypto";
import { request } from "node:http";
import type { Socket } from "node:net";
import { frameOf, takeFrames } from "./frames";

/**
 * A signed-in socket that reads next to nothing: ten thousand whole clients in one process would be
 * measured instead of the server. It speaks Socket.IO over WebSocket as a browser does.
 */
export type ThinSocket = {
  /** Asks and waits for the answer, as it came. */
  ask: (event: string, payload: unknown) => Promise<string>;
  onEvent: (payload: Buffer) => void;
  close: () => void;
};

const packet = { ping: 0x32, message: 0x34, connected: 0x30, event: 0x32, answer: 0x33, no: 0x34 };

function upgraded(url: string, headers: Record<string, string>): Promise<[Socket, Buffer]> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL("/socket.io/?EIO=4&transport=websocket", url), {
      agent: false,
      headers: {
        ...headers,
        connection: "Upgrade",
        upgrade: "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": randomBytes(16).toString("base64"),
      },
    });
    asked.on("upgrade", (_answer, socket: Socket, first) => resolve([socket, first]));
    asked.on("response", (answer) => {
      answer.resume();
      reject(new Error(`refused with ${answer.statusCode}`));
    });
    asked.on("error", reject);
    asked.end();
  });
}

/** @throws when it is refused, at the door or by the server behind it. */
export async function openThin(url: string, headers: Record<string, string>): Promise<ThinSocket> {
  const [socket, first] = await upgraded(url, headers);
  const answers = new Map<string, (said: string) => void>();
  let asked = 0;
  let rest: Buffer = Buffer.alloc(0);
  const send = (text: string) => void socket.write(frameOf(text));
  return new Promise((resolve, reject) => {
    const thin: ThinSocket = {
      ask: (event, payload) =>
        new Promise((said) => {
          const id = String(asked++);
          answers.set(id, said);
          send(`42${id}${JSON.stringify([event, payload])}`);
        }),
      onEvent: () => undefined,
      close: () => socket.destroy(),
    };
    const take = (payload: Buffer) => {
      if (payload[0] === packet.ping) return send("3");
      if (payload[0] !== packet.message) return;
      if (payload[1] === packet.event) return thin.onEvent(payload);
      if (payload[1] === packet.connected) return resolve(thin);
      if (payload[1] === packet.no) {
        socket.destroy();
        return reject(new Error(payload.toString()));
      }
      const text = payload.toString();
      const id = /^43(\d+)/.exec(text)?.[1] ?? "";
      answers.get(id)?.(text);
      answers.delete(id);
    };
    const arrive = (chunk: Buffer) => {
      rest = takeFrames(rest.length === 0 ? chunk : Buffer.concat([rest, chunk]), take);
    };
    socket.setNoDelay(true);
    socket.on("data", arrive);
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("closed")));
    send("40");
    arrive(first);
  });
}
