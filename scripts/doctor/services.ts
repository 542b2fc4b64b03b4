import { join } from "node:path";
import pg from "pg";
import * as z from "zod";
import { readMigrations } from "@/platform/database/migrate";
import { parseEnv } from "@/platform/env";
import { certificateEnd, certificateState } from "@/platform/http/certificate";
import { runningPostgresUrl, runningValkeyUrl } from "../services/running";
import { withValkey } from "../services/valkey-identity";
import { givenServices, type Variables } from "../start/environment";
import { reachPostgres, reachValkey } from "../start/reach";
import { nameOf } from "../start/words";
import { messageOf } from "../system/advice";
import { findProgram } from "../system/programs";
import { root } from "../system/root";
import { broken, type Check, type Finding, note, ok } from "./finding";

const majorMin = 16;
const applied = z.array(z.object({ migration_name: z.string() }));

async function pendingMigrations(url: string): Promise<string[]> {
  const all = await readMigrations(join(root, "prisma", "migrations"));
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query(
      "select migration_name from _prisma_migrations where finished_at is not null limit 10000",
    );
    const done = new Set(applied.parse(rows).map((row) => row.migration_name));
    return all.map(({ name }) => name).filter((name) => !done.has(name));
  } finally {
    await client.end();
  }
}

async function postgres(url: string | undefined): Promise<Finding> {
  if (url === undefined) return ok("npm start brings its own (not running now)");
  const version = await reachPostgres("DATABASE_URL", url);
  if (Number.parseInt(version, 10) < majorMin) {
    return broken(`version ${version}`, `use PostgreSQL ${majorMin} or newer`);
  }
  const pending = await pendingMigrations(url).catch(() => undefined);
  if (pending === undefined) return note(`version ${version}; empty, npm start applies the schema`);
  if (pending.length === 0) return ok(`version ${version}, schema up to date`);
  return note(`version ${version}; npm start will apply ${pending.join(", ")}`);
}

/** Queues lose jobs in a store that may throw keys away, so its policy matters. */
async function valkey(name: string, url: string): Promise<Finding> {
  const server = await reachValkey(name, url);
  const policy = await withValkey(url, (client) => client.config("GET", "maxmemory-policy"));
  const value = Array.isArray(policy) ? String(policy[1]) : "unknown";
  const says = `${nameOf(server)}, maxmemory-policy ${value}`;
  const holdsQueues = name === "VALKEY_URL" || name === "VALKEY_QUEUE_URL";
  if (!holdsQueues || value === "noeviction") return ok(says);
  return broken(says, "set maxmemory-policy noeviction where the queues are, or jobs can vanish");
}

function ownValkey(url: string | undefined): Promise<Finding> | Finding {
  if (url !== undefined) return valkey("VALKEY_URL", url);
  const program = findProgram(["valkey-server", "redis-server"]);
  return program === undefined
    ? note("no server on the PATH; npm start installs one where it may")
    : ok(`npm start runs ${program} (not running now)`);
}

/** The certificate of the address that people type. */
async function certificate(variables: Variables): Promise<Finding> {
  const address = variables.PUBLIC_WEB_URL ?? "http://localhost";
  const end = await certificateEnd(address);
  if (end === null) return ok(`${address} is served without TLS`);
  const { daysLeft, level } = certificateState(end);
  const says = `${address}: ${daysLeft} days left`;
  if (level === "fine") return ok(says);
  return level === "warning"
    ? note(`${says}; look why it was not renewed`)
    : broken(says, "renew the certificate and reload the proxy");
}

/** The environment as the processes will parse it: every fault at once. */
function environment(variables: Variables): Finding {
  try {
    parseEnv(variables);
    return ok("every variable can be read");
  } catch (error) {
    return broken(messageOf(error), "correct them in the environment or in .env");
  }
}

export function serviceChecks(dataDir: string, variables: Variables): Check[] {
  const given = givenServices(variables);
  const named = given.valkey.map(({ name, url }) => ({ name, look: () => valkey(name, url) }));
  return [
    { name: "environment", look: () => environment(variables) },
    {
      name: "PostgreSQL",
      look: () => postgres(given.database?.url ?? runningPostgresUrl(dataDir)),
    },
    ...(given.needsValkey
      ? [{ name: "Valkey", look: () => ownValkey(runningValkeyUrl(dataDir)) }]
      : []),
    ...named,
    { name: "certificate", look: () => certificate(variables) },
  ];
}
