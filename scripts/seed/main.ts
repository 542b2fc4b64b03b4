import { join, resolve } from "node:path";
import { monotonicMs, now } from "@/platform/clock";
import { migrate } from "@/platform/database/migrate";
import { runningPostgresUrl } from "../services/running";
import { givenServices, readVariables } from "../start/environment";
import { whereOf } from "../start/reach";
import { Advice } from "../system/advice";
import { root } from "../system/root";
import { seedLarge } from "./large/load";
import { readOptions } from "./large/options";
import { progressBar } from "./large/progress";

/** What was named, else what the environment names, else what `npm start` runs at the moment. */
function databaseUrl(named: string | undefined): string {
  if (named !== undefined) return named;
  const variables = readVariables(join(root, ".env"));
  const url =
    givenServices(variables).database?.directUrl ??
    runningPostgresUrl(resolve(root, variables.DATA_DIR ?? ".data"));
  if (url === undefined)
    throw new Advice(
      "There is no database to fill. Run npm start in another terminal, or name one by --url or DATABASE_URL.",
    );
  return url;
}

/** Midnight before now, so that the same seed gives the same rows on the same day. */
function today(): Date {
  const day = now();
  day.setUTCHours(0, 0, 0, 0);
  return day;
}

const { tickets, seed, url, until = today() } = readOptions(process.argv.slice(2));
const target = databaseUrl(url);
const startedMs = monotonicMs();
process.stderr.write(`Filling ${whereOf(target)}\n`);
await migrate(target);
const report = progressBar(process.stderr, monotonicMs);
const loaded = await seedLarge(target, { tickets, seed, until }, report);
const count = new Intl.NumberFormat("en");
const seconds = Math.round((monotonicMs() - startedMs) / 1_000);
process.stderr.write("\n");
process.stdout.write(
  `${count.format(loaded.tickets)} tickets and ${count.format(loaded.messages)} messages in ${seconds} s (seed ${seed}, until ${until.toISOString()}).\n`,
);
