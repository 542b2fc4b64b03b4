import { join, relative } from "node:path";
import { ensureBuilt } from "../build/build";
import { root } from "../system/root";
import { clearUnfinishedDemo, ensureDemo } from "./demo";
import { readVariables } from "./environment";
import { migrateDatabase } from "./prepare-database";
import { type DemoAccount, describeStack, removeRunning, writeRunning } from "./running-file";
import { setupLinkFor } from "./setup-link";
import { type Stack, startStack } from "./stack";
import { untilStopped } from "./until-stopped";
import { readyWords } from "./words";

const isDevelopment = process.argv.includes("--dev");
const variables = readVariables(join(root, ".env"));
const dataDir = join(root, variables.DATA_DIR ?? ".data");
const ownDatabase =
  variables.DATABASE_URL === undefined && variables.DATABASE_PRIMARY_URL === undefined;
/** The default on our own data; on somebody's database only when asked for. */
const demoMode = (variables.DEMO_MODE ?? (ownDatabase ? "1" : "0")) === "1";

const report = (line: string) => process.stdout.write(`${line}\n`);
let demo: DemoAccount[] | undefined;

function start(signal: AbortSignal): Promise<Stack> {
  return startStack({
    dataDir,
    variables,
    ports: "usual",
    mode: isDevelopment ? "development" : "production",
    env: { DEMO_MODE: demoMode ? "1" : "0" },
    signal,
    report,
    ...(isDevelopment ? { onLine: (name, line) => report(`${name} | ${line}`) } : {}),
    prepare: async (services) => {
      await clearUnfinishedDemo(dataDir, services, report);
      await migrateDatabase(services, report);
      demo = demoMode ? await ensureDemo(dataDir, services, report) : undefined;
      return isDevelopment
        ? { distDir: ".next", bundleDir: ".build" }
        : ensureBuilt(report, signal);
    },
  });
}

await untilStopped(start, {
  report,
  onReady: async (stack) => {
    const webUrl = stack.webs[0]?.url ?? "";
    const setupLink = demoMode ? undefined : await setupLinkFor(stack.services, variables, webUrl);
    const update = () => writeRunning(dataDir, describeStack(stack, demo));
    for (const member of stack.members) member.onRestart = update;
    update();
    const logs = relative(root, join(dataDir, "logs"));
    report(
      readyWords(describeStack(stack, demo), {
        logs,
        ...(setupLink === undefined ? {} : { setupLink }),
      }),
    );
  },
  onStop: () => removeRunning(dataDir),
});
