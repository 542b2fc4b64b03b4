import { join } from "node:path";
import { purposes, type Topology } from "../../deploy/topology/description";
import { findHaproxy, startHaproxy } from "../services/haproxy";
import { findPgbouncer, startPgbouncer } from "../services/pgbouncer";
import { startValkey } from "../services/valkey";
import { givenServices, type Variables } from "../start/environment";
import { type StackServices, startServices } from "../start/services";
import { supervise } from "../start/supervised-service";
import type { Topology as Places } from "../start/topology";
import { freePort } from "../system/ports";

export type TierServices = {
  topology: Topology;
  places: Places;
  dataDir: string;
  variables: Variables;
  proxyPort: number;
  report: (line: string) => void;
};

type Started = { variables: Record<string, string>; stop: () => Promise<void> };

async function pooler({ dataDir, report }: TierServices, databaseUrl: string): Promise<Started> {
  const program = findPgbouncer();
  if (program === undefined) {
    report("PgBouncer is not on this machine: the processes go to PostgreSQL directly.");
    return { variables: {}, stop: async () => undefined };
  }
  report("Starting PgBouncer ...");
  const port = await freePort();
  const folder = join(dataDir, "pgbouncer");
  const start = () => startPgbouncer({ program, dataDir: folder, databaseUrl, port });
  const service = await supervise("PgBouncer", start, report);
  const { url, carriesNames } = service.current();
  return {
    variables: {
      DATABASE_URL: url,
      DATABASE_DIRECT_URL: databaseUrl,
      DATABASE_NAMED_STATEMENTS: carriesNames ? "1" : "0",
    },
    stop: service.stop,
  };
}

/** The stores beside the first one, which serves what no other does. */
async function stores({ topology, dataDir, report }: TierServices): Promise<Started> {
  const variables: Record<string, string> = {};
  const stops: (() => Promise<void>)[] = [];
  const apart = topology.stores.filter(({ purposes: own }) => own.length < purposes.length);
  for (const { name, purposes: own, maxmemoryMb, policy, persistent } of apart) {
    if (own.includes("queue")) continue;
    const port = await freePort();
    const options = {
      dataDir: join(dataDir, name),
      port,
      maxmemoryPolicy: policy,
      appendonly: persistent,
      extraArgs: ["--maxmemory", `${maxmemoryMb}mb`],
    };
    const service = await supervise(name, () => startValkey(options), report);
    stops.push(service.stop);
    for (const purpose of own)
      variables[`VALKEY_${purpose.toUpperCase()}_URL`] = service.current().url;
  }
  return { variables, stop: async () => void (await Promise.all(stops.map((stop) => stop()))) };
}

async function proxy({ places, dataDir, proxyPort, report }: TierServices): Promise<Started> {
  const program = findHaproxy();
  if (program === undefined) {
    report("HAProxy is not on this machine: each web process is reached by its own address.");
    return { variables: {}, stop: async () => undefined };
  }
  report("Starting HAProxy ...");
  const backends = (all: Places["webs"]) =>
    all.map(({ name, port }) => ({ name, host: "127.0.0.1", port }));
  const folder = join(dataDir, "proxy");
  const tlsPort = await freePort();
  const start = () =>
    startHaproxy({
      program,
      dataDir: folder,
      port: proxyPort,
      tlsPort,
      backends: { webs: backends(places.webs), realtimes: backends(places.realtimes) },
    });
  const service = await supervise("HAProxy", start, report);
  const url = process.env.TLS_CERTIFICATE ? service.current().tlsUrl : service.current().url;
  return {
    variables: { PUBLIC_WEB_URL: url, PUBLIC_REALTIME_URL: url, PROXY_HOPS: "1" },
    stop: service.stop,
  };
}

/** Everything that a tier stands on, as plain processes of one machine. */
export async function bringTier(about: TierServices): Promise<StackServices> {
  const { dataDir, variables, report } = about;
  const base = await startServices(dataDir, variables, report);
  const started: Started[] = [];
  const stop = async () => {
    for (const each of started.toReversed()) await each.stop();
    await base.stop();
  };
  try {
    const { database, needsValkey } = givenServices(variables);
    // What somebody named is pooled and split by purpose, or not, by whoever runs it.
    if (database === undefined) started.push(await pooler(about, base.directUrl));
    if (needsValkey) started.push(await stores(about));
    started.push(await proxy(about));
    const found: Record<string, string> = { ...base.variables };
    // What somebody said by hand, such as the address that people type, stays.
    for (const [name, value] of started.flatMap((each) => Object.entries(each.variables)))
      found[name] = variables[name] ?? value;
    return { ...base, variables: found, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
