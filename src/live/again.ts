const waitsMs = [1_000, 2_000, 5_000, 10_000] as const;

export type Again = { ask: () => void; stop: () => void };

/**
 * Does something until it succeeds, once at a time; who asks meanwhile has it done once more. A
 * screen that could not be fetched again is wrong, and `onFailing` lets it say so.
 */
export function again(task: () => Promise<void>, onFailing: (failing: boolean) => void): Again {
  let running = false;
  let askedMeanwhile = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const run = async (): Promise<void> => {
    if (running) {
      askedMeanwhile = true;
      return;
    }
    clearTimeout(timer);
    running = true;
    askedMeanwhile = false;
    try {
      await task();
      failures = 0;
    } catch {
      failures += 1;
    }
    running = false;
    onFailing(failures > 0);
    if (failures > 0)
      timer = setTimeout(() => void run(), waitsMs[Math.min(failures, waitsMs.length) - 1]);
    else if (askedMeanwhile) await run();
  };
  return { ask: () => void run(), stop: () => clearTimeout(timer) };
}
