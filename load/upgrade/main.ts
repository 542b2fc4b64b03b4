/** `npm run upgrades -- --from COMMIT`: an earlier commit and this one serve together, under load. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { closePools } from "@/platform/database";
import { closeQueues, queueNames, queueOf } from "@/platform/queues";
import { closeValkey } from "@/platform/valkey";
import { bundleEntries } from "../../scripts/build/bundles";
import { haproxyOrInstall, startHaproxy } from "../../scripts/services/haproxy";
import { choosePlaces } from "../../scripts/start/places";
import { secretsIn } from "../../scripts/start/secrets";
import { startStack } from "../../scripts/start/stack";
import type { Place } from "../../scripts/start/topology";
import { root } from "../../scripts/system/root";
import { readBooks } from "../chaos/books";
import { steadyLoad } from "../chaos/steady";
import { ownSettings } from "../own/stack";
import { realClock } from "../run/clock";
import { mix, type Phase } from "./mixed";
import { prepareOldCommit } from "./old-commit";

const { values } = parseArgs({
  options: {
    from: { type: "string", default: "8a073cf" },
    tickets: { type: "string", default: "5000" },
    requests: { type: "string", default: "150" },
  },
});
const report = (line: string) => process.stderr.write(`${line}\n`);
const dataDir = mkdtempSync(join(tmpdir(), "upgrade-"));
const bundleDir = join(root, ".data", `upgrade-${process.pid}`);
/** Long enough for what other versions refused to be taken up, too. */
const settleMsMax = 90_000;
const failedShownMax = 500;

report(`Bundling ${values.from} and this commit ...`);
const old = prepareOldCommit(values.from, dataDir);
const entries = {
  web: "load/own/web.ts",
  worker: "worker/main.ts",
  realtime: "realtime/main.ts",
};
await bundleEntries(entries, bundleDir);
const bundles = { old: old.bundleDir, new: relative(root, bundleDir) };
const places = await choosePlaces({ web: 2, realtime: 2, worker: 2 }, {}, "any");
const stack = await startStack({
  dataDir,
  places,
  env: { ...ownSettings, PROXY_HOPS: "1" },
  report,
  prepare: async ({ directUrl }) => {
    report("Filling its database ...");
    old.fill(directUrl, Number(values.tickets));
    return { distDir: dataDir, bundleDir: bundles.old };
  },
});
const { services } = stack;
Object.assign(process.env, secretsIn(dataDir), services.variables);
const at = (members: readonly Place[]) =>
  members.map(({ name, port }) => ({ name, host: "127.0.0.1", port }));
const proxy = await startHaproxy({
  program: haproxyOrInstall(report),
  dataDir: join(dataDir, "proxy"),
  backends: { webs: at(places.webs), realtimes: at(places.realtimes) },
});

const wordsOf = ({ name, requests, failed, slowestMs }: Phase) =>
  `| ${name} | ${requests} | ${failed} | ${Math.round(slowestMs)} |`;

/** Why jobs have failed for good and were taken up by nobody, and how many of each. */
async function failedJobs(): Promise<Map<string, number>> {
  const reasons = new Map<string, number>();
  for (const name of queueNames)
    for (const { failedReason } of await queueOf(name).getFailed(0, failedShownMax))
      reasons.set(failedReason, (reasons.get(failedReason) ?? 0) + 1);
  return reasons;
}

try {
  const load = await steadyLoad({ webs: [proxy], realtimes: [proxy] }, 4);
  const all = [...places.webs, ...places.realtimes, ...places.workers];
  const { directUrl } = services;
  const phases = await mix({
    ...{ stack, places: all, bundles, directUrl, report },
    readings: load.readings,
    requestsMin: Number(values.requests),
  });
  await load.stop();
  const books = () => readBooks(directUrl, load.ledger, load.since);
  const missing = async () => {
    const { created } = await books();
    return load.listeners.filter(
      ({ heard, lost }) => lost === 0 && [...created.keys()].some((id) => !heard.has(id)),
    ).length;
  };
  for (let waitedMs = 0; waitedMs < settleMsMax; waitedMs += 500) {
    const { size: refused } = await failedJobs();
    if ((await books()).unpublished + (await missing()) + refused === 0) break;
    await realClock.sleep(500);
  }
  const { lost, doubled, unpublished } = await books();
  const unheard = await missing();
  const reasons = await failedJobs();
  const failures = [...reasons.values()].reduce((sum, times) => sum + times, 0);
  for (const listener of load.listeners) listener.close();
  process.stdout.write(
    [
      "| What runs | Requests | Failed | Slowest, ms |",
      "|---|---|---|---|",
      ...phases.map(wordsOf),
      "",
      `From ${values.from}: ${lost.length} accepted changes lost, ${doubled.length} doubled, ${unpublished} events not published, ${unheard} listeners that miss something, ${failures} failed jobs.`,
      ...[...reasons].map(([reason, times]) => `- ${times} x ${reason}`),
      "",
    ].join("\n"),
  );
  const wrong = phases.reduce((sum, { failed }) => sum + failed, 0);
  if (wrong + lost.length + doubled.length + unpublished + unheard + failures > 0)
    process.exitCode = 1;
} finally {
  await closeQueues();
  await closePools();
  await closeValkey();
  await proxy.stop();
  await stack.stop();
  rmSync(bundleDir, { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}
