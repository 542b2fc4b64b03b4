const loopback = new Set(["localhost", "127.0.0.1", "::1", "[::1]", "0.0.0.0"]);
const usualPorts: Readonly<Record<string, string>> = {
  "postgres:": "5432",
  "postgresql:": "5432",
  "redis:": "6379",
  "rediss:": "6379",
  "valkey:": "6379",
  "valkeys:": "6379",
};

/** `host:port` of an address, with one spelling for this machine; null where it is none. */
export function placeOf(address: string): string | null {
  try {
    const { protocol, hostname, port } = new URL(address);
    if (hostname === "") return null;
    const host = loopback.has(hostname) ? "localhost" : hostname.toLowerCase();
    return `${host}:${port === "" ? (usualPorts[protocol] ?? "") : port}`;
  } catch {
    return null;
  }
}

/**
 * Which of the services that a run would load are those that people work with. A run has services of
 * its own; whoever breaks that is refused before anything is written.
 */
export function liveAmong(own: readonly string[], live: readonly string[]): string[] {
  const places = new Set(
    live.flatMap((address) => address.split(",")).map((address) => placeOf(address.trim())),
  );
  return own
    .flatMap((address) => address.split(","))
    .filter((address) => {
      const place = placeOf(address.trim());
      // What cannot be read cannot be told from the live ones.
      return place === null || places.has(place);
    });
}
