import {
  endLoadRun,
  type LabEnd,
  type LabProgress,
  type LabReport,
  labLengthMs,
  noteLoadProgress,
  outcomeOf,
  type TakenRun,
  takeLoadRun,
} from "@/modules/capacity";
import { limits } from "@/platform/limits";
import type { LabSaid } from "../../load/lab/messages";
import { messageOf } from "../system/advice";
import type { StartedRun } from "./spawn";

export type LoadLab = {
  /** Starts a run as a process of its own. */
  start: (run: TakenRun, heard: (said: LabSaid) => void) => StartedRun;
  everyMs: number;
  report: (line: string) => void;
};

const beginning: LabProgress = { phase: "preparing", says: "Starting ...", windows: [] };

/**
 * Carries out the runs that admins ask for on the page, one at a time. The page and we know each
 * other by the row of the run alone: a page that is closed ends no run, and of a run that dies with
 * us nothing is heard any more.
 */
export function tendLoadLab({ start, everyMs, report }: LoadLab): { close(): Promise<void> } {
  let current: { started: StartedRun; done: Promise<void> } | undefined;
  let isClosed = false;
  let isLooking = false;

  async function carryOut(run: TakenRun): Promise<void> {
    let progress = beginning;
    let found: LabReport | null = null;
    let cancelled = false;
    const started = start(run, (said) => {
      if (said.kind === "progress") progress = said.progress;
      else {
        found = said.report;
        progress = { ...progress, phase: "ending" };
      }
    });
    const stop = () => {
      cancelled = true;
      started.stop();
    };
    const beat = setInterval(() => {
      noteLoadProgress(run.id, progress)
        .then(({ goesOn, cancelAsked }) => {
          if ((cancelAsked || !goesOn) && !cancelled) stop();
        })
        .catch((error) => report(`How far the load run is was not written: ${messageOf(error)}`));
    }, everyMs);
    const tooLong = setTimeout(stop, limits.loadRunMsMax + labLengthMs(run.options));
    const finish = async () => {
      const ended = await started.ended;
      clearInterval(beat);
      clearTimeout(tooLong);
      const end: LabEnd = { ...ended, reported: found !== null, cancelled: cancelled || isClosed };
      await endLoadRun(run.id, { ...outcomeOf(end), report: found });
      report(`The load run has ended: ${outcomeOf(end).state}.`);
    };
    const done = finish()
      .catch((error) => report(`How the load run ended was not written: ${messageOf(error)}`))
      .finally(() => {
        clearInterval(beat);
        current = undefined;
      });
    current = { started, done };
  }

  async function look(): Promise<void> {
    const run = await takeLoadRun();
    if (run === null) return;
    report(`Running the load lab: ${run.options.scenario}, ${run.options.tickets} tickets.`);
    await carryOut(run);
  }

  const timer = setInterval(() => {
    if (isLooking || isClosed || current !== undefined) return;
    isLooking = true;
    look()
      // A database that is away is asked again at the next look; it says so in its own place.
      .catch(() => undefined)
      .finally(() => {
        isLooking = false;
      });
  }, everyMs);
  return {
    close: async () => {
      isClosed = true;
      clearInterval(timer);
      current?.started.stop();
      await current?.done;
    },
  };
}
