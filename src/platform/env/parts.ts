import * as z from "zod";
import { readUrl } from "@/platform/shape";

const url = (protocols: readonly string[], several = false) =>
  z
    .string()
    .refine(
      (text) =>
        (several ? text.split(",") : [text]).every((one) =>
          protocols.includes(readUrl(one)?.protocol ?? ""),
        ),
      `must be an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`,
    );
const postgres = url(["postgresql:", "postgres:"]);
/** One server, or some of a cluster's, separated by commas. */
const valkey = url(["redis:", "rediss:", "valkey:", "valkeys:"], true);
const web = url(["http:", "https:"]);
const list = (item: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) => text.split(",").map((part) => part.trim()))
    .transform((all) => all.filter((part) => part !== ""))
    .pipe(z.array(item));
const port = z.coerce.number().int().min(0).max(65_535);
const flag = z.enum(["0", "1"]).transform((text) => text === "1");

/** PostgreSQL's dictionaries, as far as the console's customers speak their languages. */
const searchLanguages = [
  "english",
  "german",
  "spanish",
  "french",
  "italian",
  "portuguese",
  "dutch",
  "norwegian",
  "swedish",
  "danish",
  "finnish",
  "simple",
] as const;

/** `help` and `example` go to `.env.example` and to the README's table. */
const variable = <Schema extends z.ZodType>(schema: Schema, help: string, example?: string) =>
  schema.meta({ description: help, ...(example === undefined ? {} : { example }) });

export const developmentSecret = "development-only-secret-change-me!";

/** Every variable of the environment, once, by the part of the house that it configures. */
export const parts = {
  process: {
    NODE_ENV: variable(
      z.enum(["development", "test", "production"]).default("development"),
      "Set by the commands.",
    ),
    PROCESS_KIND: variable(
      z.enum(["web", "worker", "realtime", "script"]).default("script"),
      "Which kind of process this is; set by the supervisor.",
    ),
    PROCESS_ID: variable(z.string().default(""), "A name for this process; set by the supervisor."),
    PORT: variable(port.default(0), "The port to listen on; 0 takes a free one."),
    HOST: variable(z.string().default("127.0.0.1"), "The address to listen on.", "0.0.0.0"),
    LOG_LEVEL: variable(
      z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
      "How much is logged.",
    ),
    APP_VERSION: variable(z.string().default("development"), "Shown in health and reports."),
  },
  database: {
    DATABASE_URL: variable(
      postgres.default("postgresql://insightdesk:insightdesk@127.0.0.1:5432/insightdesk"),
      "PostgreSQL, or the pooler in front of it. `npm start` brings its own when this is not set.",
    ),
    DATABASE_PRIMARY_URL: variable(
      postgres.optional(),
      "The primary, for writes; DATABASE_URL when not set.",
    ),
    DATABASE_REPLICA_URL: variable(
      list(postgres).default([]),
      "Read replicas, separated by commas; none means that the primary serves reads.",
    ),
    DATABASE_DIRECT_URL: variable(
      postgres.optional(),
      "The primary without a pooler, for LISTEN and migrations; the primary when not set.",
    ),
    DATABASE_NAMED_STATEMENTS: variable(
      flag.default(true),
      "0 behind a pooler that cannot carry named statements (PgBouncer before 1.21).",
    ),
    DATABASE_POOL_MAX: variable(
      z.coerce.number().int().min(1).max(100).optional(),
      "Connections of one process; by default (cores x 2) + 1, bounded by the limits.",
    ),
  },
  valkey: {
    VALKEY_URL: variable(
      valkey.default("redis://127.0.0.1:6379"),
      "The fallback of the four below; of a cluster, some of its servers, separated by commas. `npm start` brings its own when this is not set.",
    ),
    VALKEY_CACHE_URL: variable(valkey.optional(), "The cache (volatile-lru)."),
    VALKEY_QUEUE_URL: variable(valkey.optional(), "The queues (noeviction, persistent)."),
    VALKEY_SESSION_URL: variable(valkey.optional(), "Sessions and rate limits."),
    VALKEY_REALTIME_URL: variable(valkey.optional(), "Live traffic between servers."),
    VALKEY_PREFIX: variable(
      z
        .string()
        .regex(/^[a-z0-9_-]*$/)
        .default(""),
      "Put before every key, for several installations in one store.",
    ),
  },
  addresses: {
    PUBLIC_WEB_URL: variable(
      web.default("http://localhost:3000"),
      "The address that people type; links in mails start with it.",
    ),
    PUBLIC_REALTIME_URL: variable(
      web.default("http://localhost:3001"),
      "The address that browsers open sockets to.",
    ),
    PROXY_HOPS: variable(
      z.coerce.number().int().min(0).max(5).default(0),
      "How many proxies of ours stand in front; that many entries of X-Forwarded-For are believed.",
    ),
    RATE_LIMIT_FACTOR: variable(
      z.coerce.number().positive().default(1),
      "Multiplies every rate limit; for load tests, whose many people are few.",
    ),
    CORS_ORIGINS: variable(
      list(web).default([]),
      "Further web origins that may open sockets and send changes, separated by commas.",
    ),
  },
  secrets: {
    AUTH_SECRET: variable(
      z.string().min(32, "must have at least 32 characters").default(developmentSecret),
      "Signs cookies and links and encrypts mails with secrets; at least 32 random characters.",
    ),
    AUTH_SECRET_PREVIOUS: variable(
      z.string().optional(),
      "The secret before the last change; still valid for what it signed.",
    ),
  },
  traces: {
    OTEL_EXPORTER_OTLP_ENDPOINT: variable(
      web.optional(),
      "Where traces go by OTLP over HTTP, such as http://collector:4318; without it none are made.",
    ),
    OTEL_TRACES_SAMPLER_ARG: variable(
      z.coerce.number().min(0).max(1).default(1),
      "The share of traces that is sent, from 0 to 1.",
    ),
  },
  inside: {
    INTERNAL_TOKEN: variable(
      z.string().min(24, "must have at least 24 characters").optional(),
      "Opens /internal/scaling of the workers to an autoscaler; without it nobody is answered.",
    ),
  },
  workspace: {
    DEMO_MODE: variable(flag.default(false), "1 shows the demo doors; never on real data."),
  },
  mail: {
    SMTP_URL: variable(
      url(["smtp:", "smtps:"]).optional(),
      "The server that sends mail; without it a development mailbox catches everything.",
      "smtp://user:password@mail.example.com:587",
    ),
    MAIL_FROM: variable(
      z.string().default("InsightDesk <support@insightdesk.local>"),
      "The sender of our mails.",
    ),
    MAIL_ORIGINALS_DAYS: variable(
      z.coerce.number().int().min(30).max(3_650).default(400),
      "For how many days, 30 to 3,650, the original of a mail is kept beside what was made of it.",
    ),
    SMTP_IN_PORT: variable(
      port.optional(),
      "The port at which a worker takes mail by SMTP for our mailboxes; without it none does.",
      "2525",
    ),
    SMTP_IN_HOST: variable(
      z.string().default("127.0.0.1"),
      "The address at which it takes that mail.",
    ),
    DNS_SERVERS: variable(
      list(z.union([z.ipv4(), z.ipv6(), z.string().regex(/^(\d+\.){3}\d+:\d+$/)])).default([]),
      "The name servers that are asked whether a mail comes from whom it names, separated by commas; the system's own when empty.",
    ),
    SMTP_IN_CERTIFICATE: variable(
      z.string().optional(),
      "A file with the certificate and key of that door; other servers then hand mail over encrypted.",
    ),
  },
  storage: {
    STORAGE_DIR: variable(
      z.string().default(".data/files"),
      "The folder for files when no S3 store is configured; only for one host.",
    ),
    S3_ENDPOINT: variable(
      web.optional(),
      "An S3-compatible store; STORAGE_DIR is used without it.",
    ),
    S3_BUCKET: variable(z.string().default("insightdesk"), "Its bucket."),
    S3_REGION: variable(z.string().default("us-east-1"), "Its region."),
    S3_ACCESS_KEY_ID: variable(z.string().optional(), "Its key."),
    S3_SECRET_ACCESS_KEY: variable(z.string().optional(), "Its secret."),
  },
  worker: {
    RETENTION_MONTHS: variable(
      z.coerce.number().int().min(3).optional(),
      "Whole months for which messages, histories and measurements are kept; older months are dropped for good. Empty keeps everything.",
    ),
    SEARCH_LANGUAGE: variable(
      z.enum(searchLanguages).default("english"),
      `The language whose words search reduces to their stems: ${searchLanguages.join(", ")}. "simple" reduces none. A worker rebuilds the indexes after a change.`,
    ),
    WORKER_QUEUES: variable(
      list(z.string()).default([]),
      "Queues that this worker runs, separated by commas; empty means all.",
    ),
    WEBHOOK_LOOPBACK: variable(
      flag.default(false),
      "1 lets webhooks reach this machine itself; for tests alone, refused in production.",
    ),
    EVENT_LOG_ROWS: variable(
      z.coerce.number().int().min(10).optional(),
      "How many published events are kept for catching up; for tests of long absences.",
    ),
  },
} as const satisfies Record<string, Record<string, z.ZodType>>;
