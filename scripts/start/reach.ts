import pg from "pg";
import { postgresVersion } from "../services/postgres-database";
import { identifyValkey, type ValkeyIdentity } from "../services/valkey-identity";
import { Advice, codeOf, messageOf } from "../system/advice";

/** Where an address points, without the password in it. */
export function whereOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { host, pathname } = new URL(url);
  return `${host}${pathname === "/" ? "" : pathname}`;
}

function checkAddress(name: string, url: string, protocols: readonly string[]): void {
  if (URL.canParse(url) && protocols.includes(new URL(url).protocol)) return;
  throw new Advice(
    `${name} is not an address of the form ${protocols[0]}//user:password@host:port. Correct it in the environment or in .env.`,
  );
}

/** Words for what PostgreSQL and the network say most often. */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing listens there",
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "there is no such host",
  ETIMEDOUT: "it does not answer",
  "28P01": "it refuses the password",
  "28000": "it refuses this user",
  "3D000": "it has no database of this name",
};

function reasonOf(error: unknown): string {
  const failure = error instanceof AggregateError ? error.errors[0] : error;
  return reasons[codeOf(failure) ?? ""] ?? messageOf(failure).replace(/\.$/, "");
}

/** Its version, or the one line that says what is wrong with the address. */
export async function reachPostgres(name: string, url: string): Promise<string> {
  checkAddress(name, url, ["postgresql:", "postgres:"]);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await postgresVersion(client);
  } catch (error) {
    throw new Advice(
      `${name} names a PostgreSQL at ${whereOf(url)}, but ${reasonOf(error)}. Start it or correct the address; without ${name}, npm start brings its own.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function reachValkey(name: string, url: string): Promise<ValkeyIdentity> {
  checkAddress(name, url, ["redis:", "rediss:", "valkey:", "valkeys:"]);
  try {
    return await identifyValkey(url);
  } catch (error) {
    throw new Advice(
      `${name} names a Valkey at ${whereOf(url)}, but ${reasonOf(error)}. Start it or correct the address; without ${name}, npm start brings its own.`,
    );
  }
}
