/** `npm run load`: the founding document's scenarios, on Node, with a report. */
import { join } from "node:path";
import { closePools } from "@/platform/database";
import { closeValkey } from "@/platform/valkey";
import { root } from "../../scripts/system/root";
import { startOwnStack } from "../own/stack";
import { targetOf } from "../own/target";
import { type LoadOptions, parseOptions, usage } from "./options";
import { signedInPeople } from "./people";
import { keepReport, words } from "./report";
import { runLoad, type Target } from "./run";

const report = (line: string) => process.stderr.write(`${line}\n`);

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
