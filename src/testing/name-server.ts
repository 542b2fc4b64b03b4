import { createSocket } from "node:dgram";
import { once } from "node:events";
import { forgetEnv } from "@/platform/env";

/** What the server says of a name: the texts of its TXT records, or that it is not in order itself. */
type Records = Map<string, readonly string[] | "broken">;

const codes = { fine: 0, broken: 2, unknown: 3 } as const;
const typeOfText = 16;

/** The name that is asked for, and where its question ends. */
function questionOf(asked: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = asked[at] ?? 0; length > 0; length = asked[at] ?? 0) {
    labels.push(asked.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join(".").toLowerCase(), type: asked.readUInt16BE(at + 1), end: at + 5 };
}

function recordOf(text: string): Buffer {
  const parts = text.match(/.{1,255}/gs) ?? [""];
  const data = Buffer.concat(
    parts.map((part) => Buffer.concat([Buffer.from([part.length]), Buffer.from(part, "latin1")])),
  );
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(typeOfText, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function answerTo(asked: Buffer, records: Records): Buffer {
  const { name, type, end } = questionOf(asked);
  const known = records.get(name);
  const answers = Array.isArray(known) && type === typeOfText ? known.map(recordOf) : [];
  const code = known === undefined ? "unknown" : known === "broken" ? "broken" : "fine";
  const head = Buffer.alloc(12);
  asked.copy(head, 0, 0, 2);
  head.writeUInt16BE(0x8180 | codes[code], 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(answers.length, 6);
  return Buffer.concat([head, asked.subarray(12, end), ...answers]);
}

/** A real name server on this machine, which this process asks from now on. */
export async function aNameServer(stubEnv: (name: string, value: string) => void) {
  const records: Records = new Map();
  const asked: string[] = [];
  const socket = createSocket("udp4");
  socket.on("message", (message, from) => {
    asked.push(questionOf(message).name);
    socket.send(answerTo(message, records), from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  stubEnv("DNS_SERVERS", `127.0.0.1:${socket.address().port}`);
  forgetEnv();
  return { records, asked, close: () => socket.close() };
}
