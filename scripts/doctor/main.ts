import { join, resolve } from "node:path";
import { supervisorOf } from "../start/data-folder";
import { readVariables } from "../start/environment";
import { probe } from "../start/probe";
import { readRunning } from "../start/running-file";
import { messageOf } from "../system/advice";
import { isAlive } from "../system/processes";
import { root } from "../system/root";
import { broken, brokenBy, type Check, type Finding, findingLines, ok } from "./finding";
import { machineChecks } from "./machine";
import { serviceChecks } from "./services";

const variables = readVariables(join(root, ".env"));
const dataDir = resolve(root, variables.DATA_DIR ?? ".data");
const supervisor = supervisorOf(dataDir);

/** Whether what running.json promises is there. */
async function running(): Promise<Finding> {
  const file = readRunning(dataDir);
  if (file === undefined) {
    return ok(supervisor === undefined ? "not running" : "a start is under way");
  }
  if (supervisor === undefined) {
    return broken("running.json is left from a start that was killed", "npm start");
  }
  for (const { kind, pid, url } of file.processes) {
    const status = isAlive(pid) ? await probe(`${url}/health/ready`) : undefined;
    if (status === 200) continue;
    const says = status === undefined ? "does not answer" : "is not ready";
    return broken(`${kind} at ${url} ${says}`, `look into ${join(dataDir, "logs")}`);
  }
  return ok(`${file.web[0]}, ${file.processes.length} processes ready`);
}

const checks: Check[] = [
  ...machineChecks(dataDir, variables, supervisor !== undefined),
  ...serviceChecks(dataDir, variables),
  { name: "InsightDesk", look: running },
];

let isBroken = false;
for (const { name, look } of checks) {
  const finding = await Promise.resolve()
    .then(look)
    .catch((error: unknown) => brokenBy(messageOf(error)));
  isBroken ||= finding.state === "broken";
  process.stdout.write(`${findingLines(name, finding).join("\n")}\n`);
}
process.exitCode = isBroken ? 1 : 0;
