import type { MemberKind } from "./member";

export type Place = {
  kind: MemberKind;
  name: string;
  port: number;
  /** What this process alone is told, such as its queues. */
  env?: Readonly<Record<string, string>>;
  /** A process that shares a machine with others is held to its part. */
  heapMbMax?: number;
  /** Where the processes lie that it runs from, when not where all others do: two versions at once. */
  bundleDir?: string;
};

export type Topology = { webs: Place[]; realtimes: Place[]; workers: Place[] };

export const addressOf = ({ port }: Place) => `http://localhost:${port}`;

/**
 * What each process must know of the others. The web processes share the realtime servers out
 * among them, so that with two of each the browsers of one web are on another server than those
 * of the other. What somebody set by hand (a proxy in front) wins.
 */
export function variablesFor(
  place: Place,
  { webs, realtimes }: Topology,
  given: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const index = webs.indexOf(place);
  const web = webs[Math.max(index, 0)];
  const realtime = realtimes[Math.max(index, 0) % Math.max(realtimes.length, 1)];
  return {
    PROCESS_KIND: place.kind,
    PROCESS_ID: place.name,
    PORT: String(place.port),
    PUBLIC_WEB_URL: given.PUBLIC_WEB_URL ?? (web === undefined ? "" : addressOf(web)),
    PUBLIC_REALTIME_URL:
      given.PUBLIC_REALTIME_URL ?? (realtime === undefined ? "" : addressOf(realtime)),
    CORS_ORIGINS: given.CORS_ORIGINS ?? webs.map(addressOf).join(","),
    ...place.env,
  };
}
