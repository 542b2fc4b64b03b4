import { join } from "node:path";
import { limits } from "@/platform/limits";
import type { Variables } from "../start/environment";
import { secretsIn } from "../start/secrets";
import type { Stack } from "../start/stack";
import { tendLoadLab } from "./load-lab";
import { spawnRun } from "./spawn";

export type LabOf = {
  stack: Stack;
  dataDir: string;
  variables: Variables;
  /** Whether runs serve pages, too: where a build is at hand. */
  pages: boolean;
  report: (line: string) => void;
};

const addressNames = /^(DATABASE|VALKEY)_.*URL$/;

/** Every address of a service that people work with, to be kept from runs. */
export function liveAddresses(...sources: readonly Variables[]): string[] {
  return sources.flatMap((source) =>
    Object.entries(source).flatMap(([name, text]) => (addressNames.test(name) ? [text] : [])),
  );
}

/** The load lab of an installation: its runs lie in a folder of their own below its data. */
export function openLoadLab({ stack, dataDir, variables, pages, report }: LabOf) {
  const { services } = stack;
  // What the module reads is the environment; this process has its own only to start others.
  Object.assign(process.env, variables, secretsIn(dataDir), services.variables);
  const live = [...liveAddresses(variables, services.variables), services.directUrl];
  return tendLoadLab({
    everyMs: limits.loadRunLookMs,
    report,
    start: ({ options, judgedBy }, heard) =>
      spawnRun({ options, judgedBy, dataDir: join(dataDir, "lab"), pages, live }, heard),
  });
}
