import type { parts } from "@/platform/env";
import type { Part, purposes, Store, Topology } from "./description";
import { ports } from "./ports";

type Variable = { [Name in keyof typeof parts]: keyof (typeof parts)[Name] }[keyof typeof parts];
export type Environment = Readonly<Partial<Record<Variable, string>>>;

/** Where an engine puts the services, and how it spells a secret inside a text. */
export type Engine = {
  readonly pooler: string;
  readonly replicaPooler: string | null;
  readonly database: string;
  readonly storeHost: (store: Store) => string;
  readonly databasePassword: string;
  readonly publicUrl: string;
  readonly publicRealtimeUrl: string;
  readonly secrets: Environment;
  readonly smtpUrl: string;
  readonly files: { readonly endpoint: string; readonly accessKey: string };
};

/** What every process of a topology is told, in any engine. */
export function commonEnvironment(topology: Topology, engine: Engine): Environment {
  const login = `insightdesk:${engine.databasePassword}`;
  const at = (host: string) => `postgresql://${login}@${host}/insightdesk`;
  const urlOf = (purpose: (typeof purposes)[number]) => {
    const store = topology.stores.find((each) => each.purposes.includes(purpose));
    return store === undefined ? "" : `redis://${engine.storeHost(store)}:${ports.valkey}`;
  };
  return {
    NODE_ENV: "production",
    HOST: "0.0.0.0",
    DATABASE_URL: at(`${engine.pooler}`),
    DATABASE_DIRECT_URL: at(engine.database),
    ...(engine.replicaPooler === null ? {} : { DATABASE_REPLICA_URL: at(engine.replicaPooler) }),
    VALKEY_URL: urlOf("queue"),
    VALKEY_CACHE_URL: urlOf("cache"),
    VALKEY_QUEUE_URL: urlOf("queue"),
    VALKEY_SESSION_URL: urlOf("session"),
    VALKEY_REALTIME_URL: urlOf("realtime"),
    PUBLIC_WEB_URL: engine.publicUrl,
    PUBLIC_REALTIME_URL: engine.publicRealtimeUrl,
    PROXY_HOPS: "1",
    SMTP_URL: engine.smtpUrl,
    S3_ENDPOINT: engine.files.endpoint,
    S3_BUCKET: "insightdesk",
    S3_ACCESS_KEY_ID: engine.files.accessKey,
    ...engine.secrets,
  };
}

/** What one part is told beside that. */
export function partEnvironment(part: Part): Environment {
  return {
    PROCESS_KIND: part.kind,
    PORT: String(part.port),
    ...(part.mailPort === null
      ? {}
      : { SMTP_IN_PORT: String(part.mailPort), SMTP_IN_HOST: "0.0.0.0" }),
    ...(part.queues.length === 0 ? {} : { WORKER_QUEUES: part.queues.join(",") }),
  };
}

/** Node's heap stays below what the process is promised; buffers, code and stacks lie beside it. */
export const heapMbMax = ({ share }: Part): number => Math.floor(share.memoryMb * 0.75);
