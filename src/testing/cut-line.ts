import { connect, createServer, type Socket } from "node:net";

/** Which side of a commit the line is cut on. */
export type Cut = "before the commit" | "before its answer";

export type CutLine = {
  /** The same database, through this line. */
  url: string;
  /** The next commit is cut off, on this side. */
  cutNext: (cut: Cut) => void;
  close: () => Promise<void>;
};

/** A line to the database that can be cut around a commit, as a killed process or network does it. */
export async function aCutLine(databaseUrl: string): Promise<CutLine> {
  const target = new URL(databaseUrl);
  let next: Cut | null = null;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    let muted = false;
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on("data", (chunk) => {
      if (next !== null && chunk.includes("commit")) {
        const cut = next;
        next = null;
        if (cut === "before the commit") return void near.destroy();
        muted = true;
      }
      far.write(chunk);
    });
    far.on("data", (chunk) => {
      // The server has answered: what it was told is done.
      if (muted) near.destroy();
      else near.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === "object" && address !== null ? address.port : 0);
  return {
    url: url.href,
    cutNext: (cut) => {
      next = cut;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
