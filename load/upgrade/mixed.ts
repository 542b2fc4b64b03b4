import { monotonicMs } from "@/platform/clock";
import { migrate } from "@/platform/database/migrate";
import type { Member } from "../../scripts/start/member";
import type { Stack } from "../../scripts/start/stack";
import type { Place } from "../../scripts/start/topology";
import { realClock } from "../run/clock";
import type { Reading } from "../run/statistics";

export type Phase = { name: string; requests: number; failed: number; slowestMs: number };

export type Mixing = {
  stack: Stack;
  places: readonly Place[];
  /** Where the processes of each version lie. */
  bundles: Readonly<Record<"old" | "new", string>>;
  readings: readonly Reading[];
  directUrl: string;
  /** How many requests a phase must see. */
  requestsMin: number;
  report: (line: string) => void;
};

type Kind = Place["kind"];
const lookMs = 100;

/** Each process of a kind is drained, ended, and started in the other version on the same port. */
async function turn(about: Mixing, kind: Kind, version: "old" | "new"): Promise<void> {
  for (const place of about.places.filter((each) => each.kind === kind)) {
    const running = about.stack.members.find(({ name }: Member) => name === place.name);
    if (running !== undefined) await about.stack.remove(running);
    await about.stack.add({ ...place, bundleDir: about.bundles[version] });
  }
}

/** What was asked while something was done, and for a while after it. */
async function phase(about: Mixing, name: string, work: () => Promise<unknown>): Promise<Phase> {
  about.report(`${name} ...`);
  const before = about.readings.length;
  await work();
  while (about.readings.length < before + about.requestsMin) await realClock.sleep(lookMs);
  const own = about.readings.slice(before);
  const failed = own.filter((reading) => reading.failed).length;
  about.report(`  ${failed} of ${own.length} requests failed`);
  const slowestMs = own.reduce((most, { ms }) => Math.max(most, ms), 0);
  return { name, requests: own.length, failed, slowestMs };
}

/** The old installation, the new schema under it, and then each pair of versions that can meet. */
export async function mix(about: Mixing): Promise<Phase[]> {
  const to = (kind: Kind, version: "old" | "new") => turn(about, kind, version);
  const phases: [string, () => Promise<unknown>][] = [
    ["all old", async () => undefined],
    ["the new migrations, all processes old", () => migrate(about.directUrl)],
    ["old web, new workers", () => to("worker", "new")],
    ["old web and realtime, workers back to old", () => to("worker", "old")],
    ["new web, old workers and realtime", () => to("web", "new")],
    ["new web and workers, old realtime", () => to("worker", "new")],
    [
      "new web and realtime, old workers",
      () => to("worker", "old").then(() => to("realtime", "new")),
    ],
    ["all new", () => to("worker", "new")],
  ];
  const found: Phase[] = [];
  const startMs = monotonicMs();
  for (const [name, work] of phases) found.push(await phase(about, name, work));
  about.report(`All phases in ${Math.round((monotonicMs() - startMs) / 1_000)} s.`);
  return found;
}
