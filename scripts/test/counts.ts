/** One test or check that did not pass, and what a person types to run it again. */
export type Failure = { name: string; repeat: string };

export type Counts = { passed: number; failed: number; skipped: number };

export type StageResult = Counts & {
  failures: readonly Failure[];
  /** What failed beside the others and passed alone: counted as passed, and named. */
  unsteady?: readonly Failure[];
  /** A second try of what failed, for when nothing runs beside it any more. */
  again?: () => Promise<StageResult>;
};

export function total(results: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => results.reduce((all, result) => all + result[key], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

/** The last line of every run, alone on it. */
export function summaryLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Nothing that ran is no success. */
export function exitCodeOf({ passed, failed }: Counts): 0 | 1 {
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** As a shell takes it: in double quotes, with what they do not protect escaped. */
export function quoted(text: string): string {
  return `"${text.replaceAll(/[\\"$`]/g, "\\$&")}"`;
}
