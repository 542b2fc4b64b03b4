import { expect, test } from "vitest";
import { frameOf, takeFrames } from "./frames";

/** As a server sends one: unmasked. */
function served(payload: string): Buffer {
  const bytes = Buffer.from(payload);
  const short = bytes.length < 126;
  const head = short
    ? Buffer.from([0x81, bytes.length])
    : Buffer.from([0x81, 126, bytes.length >> 8, bytes.length & 255]);
  return Buffer.concat([head, bytes]);
}

test("frames are read whole, however the network cuts them", () => {
  const sent = ["2", "x".repeat(300), "42[]"];
  const stream = Buffer.concat(sent.map(served));
  for (let cut = 1; cut < 12; cut += 1) {
    const read: string[] = [];
    let rest: Buffer = Buffer.alloc(0);
    for (let at = 0; at < stream.length; at += cut)
      rest = takeFrames(Buffer.concat([rest, stream.subarray(at, at + cut)]), (payload) =>
        read.push(payload.toString()),
      );
    expect(read).toEqual(sent);
    expect(rest).toHaveLength(0);
  }
});

test("a client's frame is masked, short and long", () => {
  expect(frameOf("3")).toEqual(Buffer.from([0x81, 0x81, 0, 0, 0, 0, 0x33]));
  expect(frameOf("y".repeat(200)).subarray(0, 4)).toEqual(Buffer.from([0x81, 0xfe, 0, 200]));
});
