/**
 * `npm run bench:search -- --url URL`: how long each kind of search takes on the database of the
 * URL, whose words a worker has learned, beside the shortest statement there is; and how many of the
 * mistyped words find what the right spelling finds.
 */
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import * as z from "zod";
import type { SearchPage } from "@/modules/search";
import type { Actor } from "@/platform/auth";
import { monotonicMs } from "@/platform/clock";
import { percentile } from "../bench/percentile";
import { questionsOf } from "./questions";

const { values } = parseArgs({
  options: {
    url: { type: "string" },
    count: { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
  },
});
const { url, count, seed } = z
  .object({ url: z.string(), count: z.coerce.number().int(), seed: z.coerce.number().int() })
  .parse(values);
Object.assign(process.env, { DATABASE_URL: url, PROCESS_KIND: "web", LOG_LEVEL: "warn" });

// After the environment, which they read.
const { ask, askOn, isMeant } = await import("./meant");
const { databaseCpu } = await import("./cpu");
const { closePools, db, sql } = await import("@/platform/database");

const [agent] = await db.write.rows<{ id: string; name: string; email: string }>(sql`
  select id, name, email::text as email from users where role = 'agent' order by id limit 1`);
if (agent === undefined) throw new Error("The database has no agent.");
const actor: Actor = { ...agent, role: "agent", audience: "agent", organizationId: null };
type Row = {
  kind: string;
  asked: number;
  ms: number[];
  /** Of the database's processes, on a core. */
  cpuMs: number[];
  found: number;
  partly: number;
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedMs = monotonicMs();
  await work();
  return monotonicMs() - startedMs;
}

const shown = (ms: readonly number[], share: number) =>
  percentile(
    ms.toSorted((one, other) => one - other),
    share,
  ).toFixed(1);

function print({ kind, asked, ms, cpuMs, found, partly }: Row): void {
  const of = (each: readonly number[]) =>
    [0.5, 0.95, 0.99].map((share) => shown(each, share).padStart(7)).join(" ");
  process.stdout.write(
    `${kind.padEnd(24)} ${of(ms)}   ${of(cpuMs)}   ${String(asked).padStart(4)} asked, ${found} found something, ${partly} not all the way back\n`,
  );
}

/** What was promised: a search is there at once, and a slip of a finger does not end it. */
const promised = { p95Ms: 50, meantShare: 0.95 };
const broken: string[] = [];

try {
  for (const text of ["warm", "up", "the", "pool"]) await ask(actor, { text });
  await Promise.all([1, 2, 3].map(() => db.search.rows(sql`select pg_sleep(0.05)`)));
  const cpu = (await databaseCpu()) ?? (() => Number.NaN);
  process.stdout.write(`${"".padEnd(24)} p50 ms  p95 ms  p99 ms   p50 CPU    p95     p99\n`);
  const floor: number[] = [];
  for (const { name, questions } of await questionsOf(count, seed)) {
    const row: Row = {
      kind: name,
      asked: questions.length,
      ms: [],
      cpuMs: [],
      found: 0,
      partly: 0,
    };
    let right = 0;
    for (const question of questions) {
      let page: SearchPage | undefined;
      const cpuBeforeMs = cpu();
      row.ms.push(
        await timed(async () => {
          page = await ask(actor, question);
        }),
      );
      row.cpuMs.push(cpu() - cpuBeforeMs);
      floor.push(await timed(() => db.search.rows(sql`select 1`)));
      if (page === undefined) continue;
      if (page.lookedBackTo !== null) row.partly += 1;
      page = await askOn(actor, question, page);
      if (page.tickets.length > 0) row.found += 1;
      if (question.of !== undefined && (await isMeant(actor, question, page))) right += 1;
    }
    print(row);
    if (Number(shown(row.ms, 0.95)) > promised.p95Ms) broken.push(`p95 of ${name}`);
    if (name !== "word mistyped") continue;
    process.stdout.write(
      `${right} of ${questions.length} mistyped words find what the right spelling finds\n`,
    );
    if (right < questions.length * promised.meantShare) broken.push("mistyped words");
  }
  print({
    kind: "select 1, in between",
    asked: floor.length,
    ms: floor,
    cpuMs: [],
    found: 0,
    partly: 0,
  });
  if (broken.length > 0) process.exitCode = 1;
  process.stdout.write(`Not as promised: ${broken.join(", ") || "nothing"}\n`);
  process.stdout.write(`Load of the machine: ${loadavg()[0]?.toFixed(1)}\n`);
} finally {
  await closePools();
}
