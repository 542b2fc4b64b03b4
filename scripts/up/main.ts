import { join, resolve } from "node:path";
import { tierNames, topologyOf } from "../../deploy/topology/description";
import { ports as containerPorts } from "../../deploy/topology/ports";
import { readVariables } from "../start/environment";
import { preparation } from "../start/prepare";
import { describeStack, removeRunning, writeRunning } from "../start/running-file";
import { type Stack, startStack } from "../start/stack";
import { untilStopped } from "../start/until-stopped";
import { readyWords } from "../start/words";
import { Advice } from "../system/advice";
import { choosePort } from "../system/ports";
import { root } from "../system/root";
import { planFor } from "./plan";
import { bringTier } from "./services";

/** `npm run up -- --tier medium`: a tier of the founding tables on this machine. */
function tierAsked(): (typeof tierNames)[number] {
  const at = process.argv.indexOf("--tier");
  const asked = at === -1 ? "small" : process.argv[at + 1];
  const tier = tierNames.find((name) => name === asked);
  if (tier === undefined)
    throw new Advice(
      `There is no tier "${asked ?? ""}". Say npm run up -- --tier ${tierNames.join("|")}.`,
    );
  return tier;
}

const topology = topologyOf(tierAsked());
const variables = readVariables(join(root, ".env"));
const dataDir = resolve(root, variables.DATA_DIR ?? ".data");
const ownDatabase =
  variables.DATABASE_URL === undefined && variables.DATABASE_PRIMARY_URL === undefined;
const demo = (variables.DEMO_MODE ?? (ownDatabase ? "1" : "0")) === "1";
const report = (line: string) => process.stdout.write(`${line}\n`);

const reserved = new Set<number>();
async function nextPort(name: string, usual: number): Promise<number> {
  const port = await choosePort({ name, asked: undefined, usual }, reserved);
  reserved.add(port);
  return port;
}

async function start(signal: AbortSignal): Promise<Stack> {
  const asked = variables.WEB_PORT;
  const usual = containerPorts.proxy;
  const proxyPort = await choosePort({ name: "WEB_PORT", asked, usual }, reserved);
  reserved.add(proxyPort);
  const places = await planFor(topology, (kind) =>
    nextPort(`${kind.toUpperCase()}_PORT`, containerPorts[kind]),
  );
  return startStack({
    dataDir,
    variables,
    places,
    bringServices: () => bringTier({ topology, places, dataDir, variables, proxyPort, report }),
    env: { DEMO_MODE: demo ? "1" : "0" },
    signal,
    report,
    prepare: preparation({ dataDir, mode: "production", demo, signal, report }),
  });
}

async function onReady(stack: Stack): Promise<void> {
  const front = stack.services.variables.PUBLIC_WEB_URL;
  const running = () => {
    const said = describeStack(stack);
    return front === undefined ? said : { ...said, web: [front], realtime: [front] };
  };
  const update = () => writeRunning(dataDir, running());
  for (const member of stack.members) member.onRestart = update;
  update();
  report(readyWords(running(), { logs: join(dataDir, "logs") }));
}

await untilStopped(start, { report, onReady, onStop: () => removeRunning(dataDir) });
