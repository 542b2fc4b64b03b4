import { join, resolve } from "node:path";
import { machineScaling } from "@/modules/capacity";
import { limits } from "@/platform/limits";
import { tierNames, topologyOf } from "../../deploy/topology/description";
import { ports as containerPorts } from "../../deploy/topology/ports";
import { openLoadLab } from "../lab";
import { readVariables } from "../start/environment";
import type { Member } from "../start/member";
import { preparation } from "../start/prepare";
import { describeStack, removeRunning, writeRunning } from "../start/running-file";
import { secretsIn } from "../start/secrets";
import { type Stack, startStack } from "../start/stack";
import { untilStopped } from "../start/until-stopped";
import { readyWords } from "../start/words";
import { Advice } from "../system/advice";
import { choosePort } from "../system/ports";
import { root } from "../system/root";
import { coresAsked } from "./autoscale/cores";
import { superviseScaling } from "./autoscale/supervisor";
import { groupsOf, placesToStart, type ScaledGroup } from "./plan";
import { bringTier } from "./services";

const after = (option: string) => {
  const at = process.argv.indexOf(option);
  return at === -1 ? undefined : process.argv[at + 1];
};

/** `npm run up -- --tier medium`: a tier of the founding tables on this machine. */
function tierAsked(): (typeof tierNames)[number] {
  const asked = after("--tier") ?? "small";
  const tier = tierNames.find((name) => name === asked);
  if (tier === undefined)
    throw new Advice(
      `There is no tier "${asked}". Say npm run up -- --tier ${tierNames.join("|")}.`,
    );
  return tier;
}

const topology = topologyOf(tierAsked());
const scales = process.argv.includes("--autoscale");
if (scales && topology.parts.every(({ scaling }) => scaling === null))
  throw new Advice(
    `The tier ${topology.tier} stands still: it is one of each. Say npm run up -- --tier medium --autoscale.`,
  );
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
  groups = await groupsOf(topology, (kind) =>
    nextPort(`${kind.toUpperCase()}_PORT`, containerPorts[kind]),
  );
  const { started, possible } = placesToStart(groups, topology);
  // Only where it may grow does the proxy look for more than what starts.
  const places = scales ? possible : started;
  return startStack({
    dataDir,
    variables,
    places: started,
    bringServices: () => bringTier({ topology, places, dataDir, variables, proxyPort, report }),
    env: { DEMO_MODE: demo ? "1" : "0" },
    signal,
    report,
    prepare: preparation({ dataDir, mode: "production", demo, signal, report }),
  });
}

let groups: readonly ScaledGroup[] = [];
let scaling: { close(): void } | undefined;
let lab: { close(): Promise<void> } | undefined;

function startScaling(stack: Stack, onChange: (member: Member) => void): void {
  const cores = coresAsked(after("--cores"));
  // Without a proxy nobody would reach a server that was added.
  const hasProxy = stack.services.variables.PUBLIC_WEB_URL !== undefined;
  const scaled = hasProxy
    ? groups
    : groups.map((group) => (group.kind === "worker" ? group : { ...group, subject: null }));
  Object.assign(process.env, variables, secretsIn(dataDir), stack.services.variables);
  scaling = superviseScaling({
    stack,
    groups: scaled,
    cores,
    decide: machineScaling(),
    everyMs: limits.scalingSuperviseMs,
    report,
    onChange,
  });
  report(
    `Processes are started and stopped by their rules, within ${cores} cores; admin/scaling shows why.`,
  );
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
  lab = openLoadLab({ stack, dataDir, variables, pages: true, report });
  if (!scales) return;
  startScaling(stack, (member) => {
    member.onRestart = update;
    update();
  });
}

async function onStop(): Promise<void> {
  scaling?.close();
  removeRunning(dataDir);
  await lab?.close();
}

await untilStopped(start, { report, onReady, onStop });
