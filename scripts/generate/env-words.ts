import type { z } from "zod";
import { parts } from "@/platform/env";

type Variable = { name: string; help: string; example?: string | undefined };
type Chapter = { title: string; variables: readonly Variable[] };

/** What only the commands read, before any process is there to parse it. */
const commands: Chapter = {
  title: "The commands (npm start, npm run up, npm run dev, npm test)",
  variables: [
    { name: "WEB_PORT", help: "The port of the web process; 3000 or the next free one." },
    { name: "REALTIME_PORT", help: "The port of the realtime process; 3001 or the next free one." },
    { name: "WORKER_PORT", help: "The port of the worker's health; 3002 or the next free one." },
    {
      name: "TLS_CERTIFICATE",
      help: "The file with the proxy's certificate and key; npm run up and the compose file serve HTTPS with it.",
    },
    { name: "DATA_DIR", help: "Where npm start keeps everything that is its own; .data." },
    {
      name: "CHROMIUM_PATH",
      help: "The browser of the end-to-end tests; else the one on the PATH.",
    },
  ],
};

const titles: Readonly<Record<keyof typeof parts, string>> = {
  process: "The process",
  database: "PostgreSQL",
  valkey: "Valkey",
  addresses: "Addresses",
  secrets: "Secrets",
  traces: "Traces",
  inside: "Between our own parts",
  workspace: "The workspace",
  mail: "Mail",
  storage: "Files",
  worker: "The worker",
};

/** Said by the supervisor to each process, never by people. */
const internal = new Set(["NODE_ENV", "PROCESS_KIND", "PROCESS_ID", "PORT", "APP_VERSION"]);

function variableOf(name: string, schema: z.ZodType): Variable {
  const { description = "", example } = schema.meta() ?? {};
  const usual = schema.safeParse(undefined);
  const fallback =
    usual.success && typeof usual.data === "string" && usual.data !== "" ? usual.data : undefined;
  return { name, help: description, example: typeof example === "string" ? example : fallback };
}

function chapters(): Chapter[] {
  const ofParts = Object.entries(parts).map(([key, schemas]) => ({
    title: Object.entries(titles).find(([name]) => name === key)?.[1] ?? key,
    variables: Object.entries(schemas)
      .filter(([name]) => !internal.has(name))
      .map(([name, schema]) => variableOf(name, schema)),
  }));
  return [...ofParts, commands].filter(({ variables }) => variables.length > 0);
}

/** `.env.example`: nothing is set in it, so that a copy of it changes nothing. */
export function envExample(): string {
  const head = [
    "# Written by `npm run generate` from src/platform/env. Copy to .env and set what you need;",
    "# everything has a value that runs on a laptop.",
  ];
  const body = chapters().flatMap(({ title, variables }) => [
    "",
    `## ${title}`,
    ...variables.flatMap(({ name, help, example }) => [`# ${help}`, `# ${name}=${example ?? ""}`]),
  ]);
  return `${[...head, ...body].join("\n")}\n`;
}

/** The same as a table for the README. */
export function envTable(): string {
  const rows = chapters().flatMap(({ variables }) =>
    variables.map(({ name, help }) => `| \`${name}\` | ${help.replaceAll("|", "\\|")} |`),
  );
  return ["| Variable | Meaning |", "|---|---|", ...rows].join("\n");
}

const marks = ["<!-- environment: written by npm run generate -->", "<!-- end of environment -->"];

/** Puts the table between its marks; a text without them stays as it is. */
export function withEnvTable(text: string): string {
  const [start = "", end = ""] = marks;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from === -1 || to < from) return text;
  return `${text.slice(0, from + start.length)}\n${envTable()}\n${text.slice(to)}`;
}
