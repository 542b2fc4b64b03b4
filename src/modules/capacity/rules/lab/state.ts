import { limits } from "@/platform/limits";

export type LabState = "asked" | "running" | "done" | "failed" | "cancelled" | "killed";

export type KnownRun = {
  readonly state: LabState;
  readonly askedAtMs: number;
  /** When who carries it out was last heard of. */
  readonly seenAtMs: number | null;
  readonly says: string | null;
};

const killedWords =
  "It was killed, or the machine stopped: nothing was heard of it any more. Start it again.";
const untakenWords =
  "Nobody took it up. Runs are carried out by npm start and npm run up; elsewhere run the k6 scripts of load/scenarios.";

/** A run as it is now: one of which nothing is heard any more does not run, whatever is written down. */
export function stateNow(run: KnownRun, nowMs: number): { state: LabState; says: string | null } {
  const heardMs = run.seenAtMs ?? run.askedAtMs;
  if (run.state === "running" && nowMs - heardMs > limits.loadRunSilentMs)
    return { state: "killed", says: killedWords };
  if (run.state === "asked" && nowMs - run.askedAtMs > limits.loadRunTakenMs)
    return { state: "failed", says: untakenWords };
  return { state: run.state, says: run.says };
}

/** How the process of a run ended. */
export type LabEnd = {
  readonly reported: boolean;
  readonly cancelled: boolean;
  readonly signal: string | null;
  /** What it said last, in words for people. */
  readonly lastWords: string;
};

/** What became of a run; its report counts, however the process ended afterwards. */
export function outcomeOf(end: LabEnd): { state: LabState; says: string | null } {
  if (end.reported) return { state: "done", says: null };
  if (end.cancelled) return { state: "cancelled", says: "It was cancelled. Nothing was kept." };
  if (end.signal !== null)
    return { state: "killed", says: `It was killed (${end.signal}). Nothing was kept.` };
  const words = end.lastWords.trim().slice(-limits.loadRunSaysCharsMax + 40);
  return { state: "failed", says: words === "" ? "It ended without a word." : words };
}
