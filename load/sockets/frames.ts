/** Just enough of WebSocket's frames to read a server's and to answer it. */

const text = 0x81;

/** A client's frames are masked; with zeros, since nothing here needs hiding. */
export function frameOf(payload: string): Buffer {
  const bytes = Buffer.from(payload);
  const length = bytes.length < 126 ? [bytes.length] : [126, bytes.length >> 8, bytes.length & 255];
  const [first = 0, ...more] = length;
  return Buffer.concat([Buffer.from([text, 0x80 | first, ...more, 0, 0, 0, 0]), bytes]);
}

/** Takes whole frames off the front of what has come; the rest waits for more. */
export function takeFrames(arrived: Buffer, take: (payload: Buffer) => void): Buffer {
  let at = 0;
  while (arrived.length - at >= 2) {
    const short = (arrived[at + 1] ?? 0) & 127;
    const header = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (arrived.length - at < header) break;
    const length =
      short < 126
        ? short
        : short === 126
          ? arrived.readUInt16BE(at + 2)
          : Number(arrived.readBigUInt64BE(at + 2));
    if (arrived.length - at < header + length) break;
    take(arrived.subarray(at + header, at + header + length));
    at += header + length;
  }
  return at === 0 ? arrived : arrived.subarray(at);
}
