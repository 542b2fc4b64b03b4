import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";
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

/** All of them read into one place: what has come is looked at before the next one reads. */
const place = Buffer.allocUnsafe(64 * 1024);
const headEnd = "\r\n\r\n";

function handshake(url: URL, headers: Record<string, string>): string {
  const all = {
    host: url.host,
    ...headers,
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": randomBytes(16).toString("base64"),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return ["GET /socket.io/?EIO=4&transport=websocket HTTP/1.1", ...lines].join("\r\n") + headEnd;
}

type Opening = { socket: Socket; arrive: (chunk: Buffer) => void };

/** Connects and asks; what follows the server's yes is handed on as it comes. */
function opening(url: URL, headers: Record<string, string>, refuse: (why: Error) => void): Opening {
  const opened: Opening = {
    arrive: () => undefined,
    socket: connect({
      host: url.hostname,
      port: Number(url.port),
      noDelay: true,
      onread: {
        buffer: place,
        callback: (bytes) => {
          opened.arrive(place.subarray(0, bytes));
          return true;
        },
      },
    }),
  };
  opened.socket.on("error", refuse);
  opened.socket.on("close", () => refuse(new Error("closed")));
  opened.socket.write(handshake(url, headers));
  return opened;
}

/** @throws when it is refused, at the door or by the server behind it. */
export function openThin(at: string, headers: Record<string, string>): Promise<ThinSocket> {
  return new Promise((resolve, reject) => {
    const opened = opening(new URL(at), headers, reject);
    const { socket } = opened;
    const answers = new Map<string, (said: string) => void>();
    let asked = 0;
    let rest: Buffer = Buffer.alloc(0);
    const send = (text: string) => void socket.write(frameOf(text));
    const refused = (why: string) => {
      socket.destroy();
      reject(new Error(why));
    };
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
      if (payload[1] === packet.no) return refused(payload.toString());
      const text = payload.toString();
      const id = /^43(\d+)/.exec(text)?.[1] ?? "";
      answers.get(id)?.(text);
      answers.delete(id);
    };
    const frames = (chunk: Buffer) => {
      rest = takeFrames(rest.length === 0 ? chunk : Buffer.concat([rest, chunk]), take);
      // What is left lies where the next one reads.
      if (rest.length > 0) rest = Buffer.from(rest);
    };
    opened.arrive = (chunk) => {
      rest = Buffer.concat([rest, chunk]);
      const end = rest.indexOf(headEnd);
      if (end === -1) return;
      if (!rest.subarray(0, end).includes(" 101 ")) return refused("refused at the door");
      const first = rest.subarray(end + headEnd.length);
      rest = Buffer.alloc(0);
      opened.arrive = frames;
      send("40");
      frames(first);
    };
  });
}
