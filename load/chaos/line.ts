import { connect, createServer, type Socket } from "node:net";

export type LineState = "open" | "slow" | "blackhole" | "cut";

export type Place = { host: string; port: number };

export const placeOf = (url: string): Place => {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
};

export type Line = {
  port: number;
  /** The same server, through this line. */
  at: (url: string) => string;
  set: (state: LineState) => void;
  /** From here on another server answers; who was connected is cut off. */
  leadTo: (target: Place) => void;
  close: () => Promise<void>;
};

const slowMs = 200;

/** A line to a server that can be made slow, swallow everything, or be cut. */
export async function aLine(first: Place): Promise<Line> {
  let state: LineState = "open";
  let target = first;
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer((near) => {
    if (state === "cut") return void near.destroy();
    const far = connect(target.port, target.host);
    const pair = [near, far] as const;
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    const pass = (from: Socket, to: Socket) => {
      from.setNoDelay(true);
      from.on("error", end);
      from.on("close", end);
      from.on("data", (chunk) => {
        // What a blackhole swallowed is gone: the connection is of no use afterwards.
        if (state === "blackhole") return;
        if (state === "slow") setTimeout(() => to.writable && to.write(chunk), slowMs);
        else to.write(chunk);
      });
    };
    pass(near, far);
    pass(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const dropAll = () => {
    for (const [near, far] of pairs) {
      near.destroy();
      far.destroy();
    }
  };
  return {
    port,
    leadTo: (next) => {
      target = next;
      dropAll();
    },
    at: (url) => {
      const through = new URL(url);
      through.hostname = "127.0.0.1";
      through.port = String(port);
      return through.href;
    },
    set: (next) => {
      // A network that comes back has forgotten what it swallowed: those connections end.
      if (next === "cut" || state === "blackhole") dropAll();
      state = next;
    },
    close: async () => {
      dropAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
