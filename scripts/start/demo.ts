import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import * as z from "zod";
import { recreateDatabase } from "../services/postgres-database";
import { Advice } from "../system/advice";
import { whereOf } from "./reach";
import type { DemoAccount } from "./running-file";
import type { StackServices } from "./services";

type Report = (line: string) => void;

const accounts = z.array(z.object({ email: z.string(), password: z.string(), role: z.string() }));
const answer = z.object({ present: z.boolean() });

const accountsFile = (dataDir: string) => join(dataDir, "demo.json");
/** Lies there while demo data is being written: what it finds at a start is half of it. */
const unfinishedFile = (dataDir: string) => join(dataDir, "demo.unfinished");

export async function isPresent(url: string, from: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query(`select exists (select from ${from}) as present`);
    return answer.parse(rows[0]).present;
  } finally {
    await client.end();
  }
}

/** Before migrations: demo data that was never finished goes, with the database it is alone in. */
export async function clearUnfinishedDemo(
  dataDir: string,
  services: StackServices,
  report: Report,
): Promise<void> {
  if (!existsSync(unfinishedFile(dataDir))) return;
  if (services.postgres === undefined) {
    throw new Advice(
      `Demo data was begun in ${whereOf(services.directUrl)} and not finished. Empty that database, remove ${unfinishedFile(dataDir)}, and start again.`,
    );
  }
  report("The last start was stopped while it wrote the demo data; beginning anew ...");
  await recreateDatabase(services.postgres.current().adminUrl);
}

function keptAccounts(dataDir: string): DemoAccount[] {
  if (!existsSync(accountsFile(dataDir))) return [];
  return accounts.parse(JSON.parse(readFileSync(accountsFile(dataDir), "utf8")));
}

/** The demo data, once; a database that holds a ticket already keeps what it has. */
export async function ensureDemo(
  dataDir: string,
  { directUrl }: StackServices,
  report: Report,
  filesDir?: string,
): Promise<DemoAccount[]> {
  const isBegun = existsSync(unfinishedFile(dataDir));
  if (!isBegun && (await isPresent(directUrl, "tickets"))) return keptAccounts(dataDir);
  report("Loading the demo data ...");
  writeFileSync(unfinishedFile(dataDir), "", { mode: 0o600 });
  const { seedDemo } = await import("../seed/demo");
  const seeded = accounts.parse((await seedDemo(directUrl, filesDir)).accounts);
  writeFileSync(unfinishedFile(dataDir), JSON.stringify(seeded, null, 2));
  renameSync(unfinishedFile(dataDir), accountsFile(dataDir));
  return seeded;
}
