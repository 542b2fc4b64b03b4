import pg from "pg";
import * as z from "zod";

const name = "insightdesk";
const one = z.object({ present: z.boolean() });
const settings = z.object({ version: z.string() });

async function within<Result>(url: string, work: (client: pg.Client) => Promise<Result>) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function isPresent(client: pg.Client, table: "pg_roles" | "pg_database"): Promise<boolean> {
  const column = table === "pg_roles" ? "rolname" : "datname";
  const { rows } = await client.query(
    `select exists (select from ${table} where ${column} = $1) as present`,
    [name],
  );
  return one.parse(rows[0]).present;
}

/** `18.4 (Debian 18.4-1)` is version 18.4 to people. */
export async function postgresVersion(client: pg.Client): Promise<string> {
  const { rows } = await client.query("select current_setting('server_version') as version");
  return settings.parse(rows[0]).version.split(" ")[0] ?? "";
}

/** Only a superuser may add this extension; migrations run without such rights. */
async function addStatistics(client: pg.Client): Promise<void> {
  await client.query("create extension if not exists pg_stat_statements");
  await client.query(`grant pg_read_all_stats to ${name}`);
}

/**
 * The product's role and database, made once. The role is no superuser, as in a managed database;
 * it may make databases, because tests copy a template.
 */
export async function ensureDatabase(server: string, password: string) {
  const version = await within(`${server}/postgres`, async (client) => {
    if (!(await isPresent(client, "pg_roles"))) {
      const secret = client.escapeLiteral(password);
      await client.query(`create role ${name} login createdb password ${secret}`);
    }
    if (!(await isPresent(client, "pg_database"))) {
      await client.query(`create database ${name} owner ${name}`);
    }
    return postgresVersion(client);
  });
  await within(`${server}/${name}`, addStatistics);
  const host = new URL(server).host;
  const login = `${name}:${encodeURIComponent(password)}`;
  return {
    url: `postgresql://${login}@${host}/${name}`,
    adminUrl: `${server}/${name}`,
    version,
  };
}

/** Throws away everything in the database of a server of our own. */
export async function recreateDatabase(adminUrl: string): Promise<void> {
  const maintenance = new URL(adminUrl);
  maintenance.pathname = "/postgres";
  await within(maintenance.href, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} owner ${name}`);
  });
  await within(adminUrl, addStatistics);
}
