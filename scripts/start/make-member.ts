import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";
import type { Build } from "../build/slots";
import { root } from "../system/root";
import { commandFor, type Mode } from "./commands";
import type { Variables } from "./environment";
import { Member } from "./member";
import type { DemoAccount } from "./running-file";
import { secretsIn } from "./secrets";
import { type Place, type Topology, variablesFor } from "./topology";

/** Where the build lies that the processes run from, and who may sign in to look around. */
export type Prepared = Pick<Build, "distDir" | "bundleDir"> &
  Partial<Pick<Build, "hash">> & { demo?: readonly DemoAccount[] };

export type MemberSetting = {
  dataDir: string;
  mode: Mode;
  prepared: Prepared;
  topology: Topology;
  /** From weakest to strongest: what people set, where the services are, what the caller insists on. */
  variables: Variables;
  services: Readonly<Record<string, string>>;
  env: Readonly<Record<string, string>>;
  restartOnExit: boolean;
  onSpawn: (pid: number) => void;
  report: (line: string) => void;
  onLine: (name: string, line: string) => void;
};

/** Of our own environment a process gets what any program needs; the rest is said by `variables`. */
const inherited = ["PATH", "HOME", "LANG", "TZ", "TMPDIR"];

function inheritedVariables(): Record<string, string> {
  return Object.fromEntries(
    inherited.flatMap((name) => {
      const text = process.env[name];
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

const readyMsMax: Readonly<Record<Mode, number>> = { production: 60_000, development: 180_000 };

export function appVersion(): string {
  const text = readFileSync(join(root, "package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

const builtVersion = (hash: string | undefined) =>
  hash === undefined ? appVersion() : `${appVersion()}+${hash.slice(0, 8)}`;

export function makeMember(place: Place, setting: MemberSetting): Member {
  const { dataDir, mode, prepared, variables } = setting;
  return new Member({
    ...place,
    command: commandFor(place, mode, place.bundleDir ?? prepared.bundleDir),
    env: {
      ...inheritedVariables(),
      ...secretsIn(dataDir),
      STORAGE_DIR: join(resolve(dataDir), "files"),
      ...variables,
      ...setting.services,
      ...setting.env,
      // A proxy among the services has an address of its own, unless somebody said another.
      ...variablesFor(place, setting.topology, { ...setting.services, ...variables }),
      NODE_ENV: mode,
      NEXT_DIST_DIR: prepared.distDir,
      NEXT_TELEMETRY_DISABLED: "1",
      // With the build: a page that is open learns by it that its servers are newer.
      APP_VERSION: builtVersion(prepared.hash),
    },
    logFile: join(dataDir, "logs", `${place.name}.log`),
    readyMsMax: readyMsMax[mode],
    restartOnExit: setting.restartOnExit,
    onSpawn: setting.onSpawn,
    report: setting.report,
    onLine: (line) => setting.onLine(place.name, line),
  });
}
