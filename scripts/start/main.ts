import { join, relative, resolve } from "node:path";
import { openLoadLab } from "../lab";
import { root } from "../system/root";
import { readVariables } from "./environment";
import { preparation } from "./prepare";
import { describeStack, removeRunning, writeRunning } from "./running-file";
import { setupLinkFor } from "./setup-link";
import { type Stack, startStack } from "./stack";
import { untilStopped } from "./until-stopped";
import { readyWords } from "./words";

const mode = process.argv.includes("--dev") ? "development" : "production";
const variables = readVariables(join(root, ".env"));
const dataDir = resolve(root, variables.DATA_DIR ?? ".data");
const ownDatabase =
  variables.DATABASE_URL === undefined && variables.DATABASE_PRIMARY_URL === undefined;
/** The default on our own data; on somebody's database only when asked for. */
const demo = (variables.DEMO_MODE ?? (ownDatabase ? "1" : "0")) === "1";

/** As the processes take it: the store of somebody else gets no pictures of ours. */
const filesDir =
  variables.S3_ENDPOINT === undefined
    ? resolve(root, variables.STORAGE_DIR ?? join(dataDir, "files"))
    : undefined;

const report = (line: string) => process.stdout.write(`${line}\n`);

function start(signal: AbortSignal): Promise<Stack> {
  return startStack({
    dataDir,
    variables,
    ports: "usual",
    mode,
    env: { DEMO_MODE: demo ? "1" : "0" },
    signal,
    report,
    ...(mode === "development" ? { onLine: (name, line) => report(`${name} | ${line}`) } : {}),
    prepare: preparation({ dataDir, mode, demo, filesDir, signal, report }),
  });
}

let lab: { close(): Promise<void> } | undefined;

async function onReady(stack: Stack): Promise<void> {
  const webUrl = stack.webs[0]?.url ?? "";
  const setupLink = demo ? undefined : await setupLinkFor(stack.services, variables, webUrl);
  // A process that was started again has another number.
  const update = () => writeRunning(dataDir, describeStack(stack));
  for (const member of stack.members) member.onRestart = update;
  update();
  const below = relative(root, join(dataDir, "logs"));
  const logs = below.startsWith("..") ? join(dataDir, "logs") : below;
  report(
    readyWords(describeStack(stack), { logs, ...(setupLink === undefined ? {} : { setupLink }) }),
  );
  lab = openLoadLab({ stack, dataDir, variables, pages: mode === "production", report });
}

async function onStop(): Promise<void> {
  removeRunning(dataDir);
  await lab?.close();
}

await untilStopped(start, { report, onReady, onStop });
