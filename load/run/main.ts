/** `npm run load`: the founding document's scenarios, on Node, with a report. */
import { join } from "node:path";
import { closePools } from "@/platform/database";
import { closeValkey } from "@/platform/valkey";
import type { Stack } from "../../scripts/start/stack";
import { root } from "../../scripts/system/root";
import { insideToken, startOwnStack } from "../own/stack";
import { type LoadOptions, parseOptions, usage } from "./options";
import { ownPeople, signedInPeople } from "./people";
import { keepReport, words } from "./report";
import { runLoad, type Target } from "./run";

const report = (line: string) => process.stderr.write(`${line}\n`);

async function targetOf(stack: Stack): Promise<Target> {
  const postgres = stack.services.postgres?.current().pid;
  const valkey = stack.services.valkey?.current().pid;
  const named = (name: string, pid: number | undefined) =>
    pid === undefined ? [] : [{ name, pid }];
  return {
    webs: stack.webs.map(({ url }) => url),
    realtimes: stack.realtimes.map(({ url }) => url),
    worker: stack.workers[0]?.url,
    token: insideToken(),
    processes: () => [
      ...stack.members.flatMap(({ name, pid }) => named(name, pid)),
      ...named("postgres (its first process)", postgres),
      ...named("valkey", valkey),
    ],
    people: await ownPeople(),
  };
}

async function onItsOwn(options: LoadOptions): Promise<void> {
  const stack = await startOwnStack({
    dataDir: join(root, ".data", "load"),
    ...options,
    pages: !options["without-pages"],
    report,
  });
  try {
    await run(options, await targetOf(stack));
  } finally {
    await closePools();
    await closeValkey();
    await stack.stop();
  }
}

async function run(options: LoadOptions, target: Target): Promise<void> {
  report(`Running ${options.scenario} ...`);
  const found = await runLoad(options, target);
  process.stdout.write(words(found));
  process.stdout.write(`\nKept in ${keepReport(found)}\n`);
  if (found.verdicts.some(({ holds }) => !holds)) process.exitCode = 1;
}

async function load(options: LoadOptions): Promise<void> {
  const { url, accounts } = options;
  if (url === undefined) return onItsOwn(options);
  const people = await signedInPeople(url, accounts);
  const none = { worker: undefined, token: "", processes: () => [] };
  await run(options, { webs: [url], realtimes: [url], people, ...none });
}

if (process.argv.includes("--help")) process.stdout.write(usage);
else await load(parseOptions(process.argv.slice(2)));
