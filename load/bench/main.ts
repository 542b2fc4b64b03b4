/**
 * `npm run bench`: what people wait for, through HTTP on a large database, each beside a floor in
 * the same run; then the time from a commit to every other browser.
 */
import { join } from "node:path";
import { closePools } from "@/platform/database";
import { closeValkey } from "@/platform/valkey";
import { nodeFlags } from "../../deploy/topology/node-flags";
import { ensureBuilt } from "../../scripts/build/build";
import { bundleProcesses } from "../../scripts/build/bundles";
import { migrateDatabase } from "../../scripts/start/prepare-database";
import { secretsIn } from "../../scripts/start/secrets";
import { type Stack, startStack } from "../../scripts/start/stack";
import { root } from "../../scripts/system/root";
import { bundle, type Child, startChild } from "./child";
import { type Compared, compare } from "./compare";
import { ensureTickets, forgetWritten, ticketsIn } from "./database";
import { type Delivery, measureDelivery } from "./delivery";
import { operationsFor } from "./operations";
import { type BenchOptions, parseOptions, usage } from "./options";
import { activeNumbers, peopleOf } from "./people";
import { keepResults } from "./results";
import { comparedTable, deliveryTable } from "./table";

const dataDir = join(root, ".data", "bench");
const bundleDir = join(".data", "bench", "bundles");
const numbersAsked = 2_000;
const report = (line: string) => process.stderr.write(`${line}\n`);

/** Few visitors stand for many people, so they may ask as often as all of them. */
const settings = { RATE_LIMIT_FACTOR: "1000000", LOG_LEVEL: "warn" };

async function startAll(options: BenchOptions): Promise<Stack> {
  const live = options["without-delivery"] ? 0 : 1;
  return startStack({
    dataDir,
    webs: options["without-pages"] ? 0 : 1,
    realtimes: 2 * live,
    workers: live,
    env: settings,
    report,
    prepare: async (services) => {
      await migrateDatabase(services, report);
      await ensureTickets(services.directUrl, options.tickets, report);
      await forgetWritten(services.postgres?.current().adminUrl ?? services.directUrl);
      if (!options["without-pages"]) return ensureBuilt(report);
      await bundleProcesses(join(root, bundleDir));
      return { distDir: ".next", bundleDir };
    },
  });
}

async function measureCalls(options: BenchOptions, stack: Stack, env: Record<string, string>) {
  const children: Child[] = [];
  const compared: Compared[] = [];
  try {
    const people = await peopleOf();
    const operations = await operationsFor(people, await activeNumbers(numbersAsked));
    const plans = operations.map(({ plan }) => plan);
    const floor = await startChild(
      await bundle("load/bench/floor/main.ts", join(root, bundleDir)),
      env,
      { given: plans },
    );
    children.push(floor);
    const [member] = stack.webs;
    const door = async () =>
      startChild(await bundle("load/bench/door.ts", join(root, bundleDir)), env, {
        flags: nodeFlags,
      });
    const own = member === undefined ? await door() : undefined;
    if (own !== undefined) children.push(own);
    const web = own ?? { url: member?.url ?? "", pid: member?.pid ?? 0 };
    for (const operation of operations.filter(({ name }) => name.includes(options.only)))
      for (const connections of options.connections) {
        report(`Measuring ${operation.title}, ${connections} at once ...`);
        compared.push(await compare(operation, { web, floor }, connections, options));
      }
    return compared;
  } finally {
    for (const child of children) await child.stop();
  }
}

async function measureSockets(options: BenchOptions, stack: Stack): Promise<Delivery | null> {
  const [worker] = stack.workers;
  if (worker === undefined) return null;
  await forgetWritten(stack.services.postgres?.current().adminUrl ?? stack.services.directUrl);
  await worker.kill("SIGCONT");
  report(`Measuring delivery to ${2 * options.sockets} sockets ...`);
  return measureDelivery(
    stack.realtimes.map(({ url }) => url),
    options.sockets,
  );
}

async function bench(options: BenchOptions): Promise<void> {
  const stack = await startAll(options);
  try {
    const env = { ...secretsIn(dataDir), ...stack.services.variables, ...settings };
    Object.assign(process.env, env);
    // While calls are measured nobody works on what they leave behind.
    for (const worker of stack.workers) await worker.kill("SIGSTOP");
    const forChildren = { ...env, PROCESS_KIND: "web" };
    const compared = await measureCalls(options, stack, forChildren);
    process.stdout.write(comparedTable(compared));
    const delivery = await measureSockets(options, stack);
    if (delivery !== null) process.stdout.write(`\n${deliveryTable(delivery)}`);
    const { postgresVersion: postgres, valkeyServer: valkey } = stack.services;
    const tickets = await ticketsIn(stack.services.directUrl);
    const results = { tickets, postgres, valkey, options, compared, delivery };
    process.stdout.write(
      `\nPostgreSQL ${postgres}, ${valkey.name} ${valkey.version}, ${tickets} tickets\n`,
    );
    if (options.keep) process.stdout.write(`Kept in ${keepResults(results)}\n`);
  } finally {
    for (const worker of stack.workers) await worker.kill("SIGCONT");
    await closePools();
    await closeValkey();
    await stack.stop();
  }
}

if (process.argv.includes("--help")) process.stdout.write(usage);
else await bench(parseOptions(process.argv.slice(2)));
