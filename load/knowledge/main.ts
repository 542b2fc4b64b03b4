/**
 * `npm run bench:knowledge`: how long searches of the help centre take with 100,000 articles and 50
 * people searching, on a database of its own, or of `--url URL`, which gets the articles if it has
 * none. Once as people search (each looks at what was found for a second) and once as fast as it goes.
 */
import { loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import * as z from "zod";
import { monotonicMs } from "@/platform/clock";
import { migrate } from "@/platform/database/migrate";
import { seeded } from "../../scripts/seed/random";
import { startStack } from "../../scripts/start/stack";
import { root } from "../../scripts/system/root";
import { percentile } from "../bench/percentile";
import { seedArticles } from "./articles";

const { values } = parseArgs({
  options: {
    url: { type: "string" },
    articles: { type: "string", default: "100000" },
    people: { type: "string", default: "50" },
    searches: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
  },
});
const {
  url: given,
  articles,
  people,
  searches,
  seed,
} = z
  .object({
    url: z.string().optional(),
    articles: z.coerce.number().int(),
    people: z.coerce.number().int(),
    searches: z.coerce.number().int(),
    seed: z.coerce.number().int(),
  })
  .parse(values);

const own =
  given === undefined
    ? await startStack({
        dataDir: join(root, ".data", "bench-knowledge"),
        ...{ webs: 0, realtimes: 0, workers: 0, env: {} },
        prepare: async () => ({ distDir: ".next", bundleDir: ".build" }),
        report: (line) => process.stderr.write(`${line}\n`),
      })
    : undefined;
const url = own?.services.directUrl ?? given ?? "";
Object.assign(process.env, {
  ...own?.services.variables,
  DATABASE_URL: url,
  ...{ PROCESS_KIND: "web", LOG_LEVEL: "warn" },
});

await migrate(url);
const client = new pg.Client({ connectionString: url });
await client.connect();
const begunMs = monotonicMs();
const { words, word } = await seedArticles({ client, articles, seed });
await client.end();
process.stdout.write(
  `Articles are there after ${Math.round((monotonicMs() - begunMs) / 1_000)} s\n`,
);

// After the environment, which they read.
const { searchHelp } = await import("@/modules/knowledge");
const { databaseCpu } = await import("../search/cpu");
const { closePools, db, sql } = await import("@/platform/database");

type Kind = { name: string; text: () => { text: string; typing?: boolean } };

const random = seeded(seed + 1);
const mistyped = (right: string) => right.slice(0, 2) + right.slice(3);
const rareFrom = words.length / 2;
const rare = () => words[random.between(rareFrom, words.length - 1)] ?? "";
const common = () => words[random.between(62, 90)] ?? "";
const kinds: readonly Kind[] = [
  {
    name: "as people ask (1 to 3 words)",
    text: () => ({ text: Array.from({ length: random.between(1, 3) }, word).join(" ") }),
  },
  { name: "a common word", text: () => ({ text: common() }) },
  { name: "a rare word", text: () => ({ text: rare() }) },
  { name: "a word begun", text: () => ({ text: word().slice(0, 4), typing: true }) },
  { name: "a word mistyped", text: () => ({ text: mistyped(rare()) }) },
  { name: "a word that is not there", text: () => ({ text: `xq${rare()}xq` }) },
];

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedMs = monotonicMs();
  await work();
  return monotonicMs() - startedMs;
}

function print(name: string, ms: readonly number[], of: string): void {
  const sorted = ms.toSorted((one, other) => one - other);
  const shown = [0.5, 0.95, 0.99].map((share) => percentile(sorted, share).toFixed(1).padStart(7));
  process.stdout.write(`${name.padEnd(46)} ${shown.join(" ")}   ${of}\n`);
}

const aloneCount = 100;

const ask = ({ text, typing = false }: { text: string; typing?: boolean }) =>
  searchHelp(null, { language: "en", text, typing });

/** So many people at once; each waits so long between two searches, and begins at another moment. */
async function together(
  kind: Kind,
  pauseMs: number,
): Promise<{ ms: number[]; found: number; refused: number }> {
  const ms: number[] = [];
  let found = 0;
  let refused = 0;
  await Promise.all(
    Array.from({ length: people }, async (_, place) => {
      await wait((pauseMs * place) / people);
      for (let asked = 0; asked < searches; asked += 1) {
        const question = kind.text();
        const tookMs = await timed(async () => {
          if ((await ask(question)).pages.length > 0) found += 1;
        }).catch(() => null);
        // Too many at once are told so after a moment; that is no answer.
        if (tookMs === null) refused += 1;
        else ms.push(tookMs);
        await wait(pauseMs);
      }
    }),
  );
  return { ms, found, refused };
}

try {
  for (let warm = 0; warm < 30; warm += 1) await ask({ text: word() });
  process.stdout.write(`${"".padEnd(46)}  p50 ms  p95 ms  p99 ms\n`);
  const cpu = (await databaseCpu()) ?? (() => Number.NaN);
  for (const kind of kinds) {
    const alone: number[] = [];
    const beforeMs = cpu();
    for (let asked = 0; asked < aloneCount; asked += 1)
      alone.push(await timed(() => ask(kind.text())));
    const each = ((cpu() - beforeMs) / aloneCount).toFixed(1);
    print(`${kind.name}, one at a time`, alone, `${each} ms of the database's CPU each`);
  }
  const [mixed] = kinds;
  if (mixed !== undefined) {
    const calm = await together(mixed, 1_000);
    print(
      `${people} people, a second between`,
      calm.ms,
      `${calm.found} of ${calm.ms.length} found`,
    );
    const startedMs = monotonicMs();
    const fast = await together(mixed, 0);
    const rate = Math.round((fast.ms.length * 1_000) / (monotonicMs() - startedMs));
    print(
      `${people} people, without a pause`,
      fast.ms,
      `${rate} searches a second, ${fast.refused} told to come back`,
    );
  }
  const floor: number[] = [];
  for (let asked = 0; asked < 200; asked += 1)
    floor.push(await timed(() => db.search.rows(sql`select 1`)));
  print("select 1", floor, `load of the machine: ${loadavg()[0]?.toFixed(1)}`);
} finally {
  await closePools();
  await own?.stop();
}
