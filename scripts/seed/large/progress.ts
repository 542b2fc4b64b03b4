import type { Report } from "./load";

const barCells = 30;
const redrawMs = 100;

/** A bar on a terminal; elsewhere a line at every tenth, so that a log stays short. */
export function progressBar(stream: NodeJS.WriteStream, clockMs: () => number): Report {
  const startedMs = clockMs();
  let [shownMs, shownTenth, shownPhase] = [0, -1, ""];
  return (phase, share) => {
    const seconds = Math.round((clockMs() - startedMs) / 1_000);
    const percent = `${Math.floor(share * 100)} %`;
    if (!stream.isTTY) {
      const tenth = Math.floor(share * 10);
      if (phase === shownPhase && tenth === shownTenth) return;
      [shownPhase, shownTenth] = [phase, tenth];
      stream.write(`${phase}: ${percent} (${seconds} s)\n`);
      return;
    }
    const ended = phase !== shownPhase && shownPhase !== "";
    if (!ended && share < 1 && clockMs() - shownMs < redrawMs) return;
    [shownMs, shownPhase] = [clockMs(), phase];
    const full = Math.round(share * barCells);
    const bar = `${"█".repeat(full)}${"░".repeat(barCells - full)}`;
    stream.write(
      `${ended ? "\n" : ""}\r${phase.padEnd(26)} ${bar} ${percent.padStart(5)}  ${seconds} s`,
    );
  };
}
