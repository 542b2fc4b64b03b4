import { stringify } from "yaml";
import { limits } from "@/platform/limits";
import {
  type Part,
  processNames,
  type Share,
  type Store,
  type Topology,
} from "../topology/description";
import {
  commonEnvironment,
  type Engine,
  heapMbMax,
  partEnvironment,
} from "../topology/environment";
import { nodeFlags } from "../topology/node-flags";
import { namedStatements, poolerSettings } from "../topology/pooler";
import { ports } from "../topology/ports";
import { images } from "./images";

const set = (name: string) => `\${${name}:?set it in .env}`;
const or = (name: string, usual: string) => `\${${name}:-${usual}}`;

const engine: Engine = {
  pooler: `pgbouncer:${ports.pooler}`,
  replicaPooler: null,
  database: `postgres:${ports.postgres}`,
  storeHost: ({ name }) => name,
  databasePassword: set("POSTGRES_PASSWORD"),
  publicUrl: or("PUBLIC_WEB_URL", "http://localhost:8080"),
  publicRealtimeUrl: or("PUBLIC_REALTIME_URL", "http://localhost:8080"),
  smtpUrl: or("SMTP_URL", "smtp://mail:1025"),
  files: { endpoint: or("S3_ENDPOINT", "http://store:9000"), accessKey: "insightdesk" },
  secrets: {
    AUTH_SECRET: set("AUTH_SECRET"),
    AUTH_SECRET_PREVIOUS: or("AUTH_SECRET_PREVIOUS", ""),
    S3_SECRET_ACCESS_KEY: set("S3_SECRET"),
    INTERNAL_TOKEN: or("INTERNAL_TOKEN", ""),
  },
};

const healthy = { condition: "service_healthy" };
const checked = (test: readonly string[], retries = 10) => ({
  test: [...test],
  interval: "5s",
  timeout: "3s",
  retries,
});
const ready =
  "fetch('http://127.0.0.1:'+process.env.PORT+'/health/ready').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))";
const bounds = ({ cpu, memoryMb }: Share) => ({
  limits: { cpus: String(cpu), memory: `${memoryMb}M` },
});

function processOf(topology: Topology, part: Part, environment: Readonly<Record<string, string>>) {
  return {
    image: images.product,
    restart: "unless-stopped",
    init: true,
    command: [...nodeFlags, `--max-old-space-size=${heapMbMax(part)}`, `.build/${part.kind}.js`],
    stop_grace_period: `${limits.drainMsMax / 1_000 + 5}s`,
    environment: { ...environment, ...partEnvironment(part) },
    depends_on: {
      migrate: { condition: "service_completed_successfully" },
      pgbouncer: healthy,
      ...Object.fromEntries(topology.stores.map(({ name }) => [name, healthy])),
    },
    healthcheck: {
      ...checked(["CMD", "node", "-e", ready], 3),
      interval: "10s",
      timeout: "5s",
      start_period: "30s",
    },
  };
}

function processes(topology: Topology, environment: Readonly<Record<string, string>>) {
  return topology.parts.flatMap((part): [string, object][] => {
    const one = processOf(topology, part, environment);
    const resources = bounds(part.limit);
    // The proxy names its servers; nobody calls a worker, so its processes need no names.
    if (part.kind === "worker")
      return [[part.name, { ...one, deploy: { replicas: part.count, resources } }]];
    return processNames(part).map((name) => [name, { ...one, deploy: { resources } }]);
  });
}

function storeOf({ name, share, maxmemoryMb, policy, persistent }: Store): [string, object] {
  const memory = ["--maxmemory", `${maxmemoryMb}mb`, "--maxmemory-policy", policy];
  const kept = persistent
    ? ["--save", "", "--appendonly", "yes", "--appendfsync", "everysec"]
    : ["--save", "", "--appendonly", "no"];
  return [
    name,
    {
      image: images.valkey,
      restart: "unless-stopped",
      command: ["valkey-server", ...memory, ...kept],
      ...(persistent ? { volumes: [`${name}:/data`] } : {}),
      healthcheck: checked(["CMD", "valkey-cli", "ping"], 5),
      deploy: { resources: bounds(share) },
    },
  ];
}

const upper = (settings: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name.toUpperCase(), value]));

function services(topology: Topology): Record<string, object> {
  const environment = commonEnvironment(topology, engine);
  const names = topology.parts.filter(({ kind }) => kind !== "worker").map(processNames);
  return {
    proxy: {
      image: images.proxy,
      restart: "unless-stopped",
      ports: [
        `8080:${ports.proxy}`,
        `8443:${ports.proxyTls}`,
        `${or("SMTP_IN_ADDRESS", `127.0.0.1:${ports.mail}`)}:${ports.mail}`,
      ],
      environment: { TLS_CERTIFICATE: null },
      volumes: [
        "./deploy/proxy/haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro",
        "./deploy/proxy/certificates:/certificates:ro",
      ],
      depends_on: Object.fromEntries(names.map(([first = ""]) => [first, healthy])),
    },
    ...Object.fromEntries(processes(topology, environment)),
    migrate: {
      image: images.product,
      build: ".",
      command: [".build/migrate.js"],
      environment: { ...environment, PROCESS_KIND: "script" },
      depends_on: { postgres: healthy },
    },
    postgres: {
      image: images.postgres,
      restart: "unless-stopped",
      command: [
        "postgres",
        "-c",
        `max_connections=${limits.primaryConnectionsMax}`,
        "-c",
        "shared_preload_libraries=pg_stat_statements",
      ],
      environment: {
        POSTGRES_USER: "insightdesk",
        POSTGRES_PASSWORD: set("POSTGRES_PASSWORD"),
        POSTGRES_DB: "insightdesk",
      },
      volumes: ["postgres:/var/lib/postgresql"],
      shm_size: "256m",
      healthcheck: checked(["CMD-SHELL", "pg_isready -U insightdesk -d insightdesk"]),
      deploy: { resources: bounds(topology.database.share) },
    },
    pgbouncer: {
      image: images.pgbouncer,
      restart: "unless-stopped",
      environment: {
        DATABASE_URL: `postgresql://insightdesk:${set("POSTGRES_PASSWORD")}@${engine.database}/insightdesk`,
        LISTEN_PORT: String(ports.pooler),
        AUTH_TYPE: "scram-sha-256",
        ...upper({ ...poolerSettings, ...namedStatements }),
      },
      depends_on: { postgres: healthy },
      healthcheck: checked(["CMD-SHELL", `pg_isready -h 127.0.0.1 -p ${ports.pooler}`]),
    },
    ...Object.fromEntries(topology.stores.map(storeOf)),
    store: {
      image: images.files,
      restart: "unless-stopped",
      command: ["server", "/data"],
      environment: { MINIO_ROOT_USER: "insightdesk", MINIO_ROOT_PASSWORD: set("S3_SECRET") },
      volumes: ["files:/data"],
      healthcheck: { ...checked(["CMD", "mc", "ready", "local"]), timeout: "5s" },
    },
    "store-bucket": {
      image: images.filesClient,
      depends_on: { store: healthy },
      environment: { MC_HOST_store: `http://insightdesk:${set("S3_SECRET")}@store:9000` },
      command: ["mb", "--ignore-existing", "store/insightdesk"],
    },
    mail: {
      image: images.mail,
      restart: "unless-stopped",
      ports: ["127.0.0.1:8025:8025"],
    },
  };
}

/** docker-compose.yml: a whole tier on one host. */
export function composeFile(topology: Topology): string {
  const persistent = topology.stores.filter((store) => store.persistent);
  const volumes = ["postgres", ...persistent.map(({ name }) => name), "files"];
  const head = `# Written by \`npm run generate\` from deploy/compose/compose.ts: change it there.
# The tier "${topology.tier}" on one host: proxy, web, realtime with sticky sessions, workers by queue,
# PostgreSQL behind PgBouncer, Valkey by purpose, an S3-compatible store and a mail catcher.
# Set AUTH_SECRET, POSTGRES_PASSWORD and S3_SECRET in \`.env\` first; see docs/deployment.md.
# Checked, not run: there was no engine at hand.
`;
  const document = {
    services: services(topology),
    volumes: Object.fromEntries(volumes.map((name) => [name, null])),
  };
  const text = stringify(document, { lineWidth: 0, nullStr: "", aliasDuplicateObjects: false });
  return head + withComments(text);
}

const comments: Readonly<Record<string, string>> = {
  migrate: "Runs once before everything else; the others wait until it has ended well.",
  "valkey-cache": "A cache may forget; nothing else in it is the only copy of anything.",
  "valkey-queue": "Queues must persist and must not be evicted.",
  mail: "Catches mail where SMTP_URL names no server.",
};

function withComments(text: string): string {
  const named = Object.entries(comments);
  return named.reduce(
    (all, [name, says]) => all.replace(`\n  ${name}:\n`, `\n  # ${says}\n  ${name}:\n`),
    text,
  );
}
