import { createServer } from "node:net";
import { Advice, codeOf } from "./advice";

const portsToTry = 100;

/** Listens for a moment; 0 asks the system for a free one. */
function tryPort(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) => {
      const code = codeOf(error);
      if (code === "EADDRINUSE" || code === "EACCES") resolve(undefined);
      // A machine without IPv6 cannot have the port in use there.
      else if (code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT") resolve(port);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const taken = typeof address === "object" && address !== null ? address.port : port;
      server.close(() => resolve(taken));
    });
  });
}

/** Whether nobody listens there, on either loopback: a browser may try `::1` first. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const host of ["127.0.0.1", "::1", "0.0.0.0"]) {
    if ((await tryPort(port, host)) === undefined) return false;
  }
  return true;
}

/** Below the ports that systems take for outgoing connections: what is free now stays free. */
const quietPorts = { from: 20_000, count: 12_000 };
/** So far apart begin processes that were started one after the other. */
const apart = 251;
let given = 0;

/** A port that nobody listens at, never the same twice, and seldom one that another process chose. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < quietPorts.count; attempt += 1) {
    const port = quietPorts.from + ((process.pid * apart + given) % quietPorts.count);
    given += 1;
    if (await isPortFree(port)) return port;
  }
  throw new Advice("The system has no free port left.");
}

export type PortWish = { name: string; asked: string | undefined; usual: number };

function parsePort(name: string, text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= 65_535) return port;
  throw new Advice(`${name} must be a port number from 1 to 65535, not "${text}".`);
}

/**
 * The port that was asked for, or nothing; without a wish the usual one or the next that is free.
 * `reserved` are ports that this start has already given away.
 */
export async function choosePort(
  wish: PortWish,
  reserved: ReadonlySet<number>,
  isFree: (port: number) => Promise<boolean> = isPortFree,
): Promise<number> {
  if (wish.asked !== undefined && wish.asked !== "") {
    const port = parsePort(wish.name, wish.asked);
    if (!reserved.has(port) && (await isFree(port))) return port;
    throw new Advice(
      `Port ${port} is in use. Stop what listens there, or start with another: ${wish.name}=${port + 10} npm start`,
    );
  }
  for (let port = wish.usual; port < wish.usual + portsToTry; port += 1) {
    if (!reserved.has(port) && (await isFree(port))) return port;
  }
  throw new Advice(
    `Ports ${wish.usual} to ${wish.usual + portsToTry - 1} are all in use. Say which to take: ${wish.name}=... npm start`,
  );
}
