import { monotonicMs } from "@/platform/clock";
import type { Stack } from "./stack";

type Hooks = {
  report: (line: string) => void;
  onReady: (stack: Stack) => Promise<void>;
  onStop: () => void | Promise<void>;
};

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** npm passes Ctrl-C on, although the terminal has sent it already: that is one wish, not two. */
const sameSignalMs = 1_000;

class GivenUp extends Error {}

/**
 * Runs a stack from its start to the signal that ends it. The first signal stops in order, also
 * during the start; a second one does not wait (the leashes stop what is left). The exit code is 0
 * when everything ended as asked, 1 when the start failed or a process had to be killed.
 */
export async function untilStopped(
  start: (signal: AbortSignal) => Promise<Stack>,
  { report, onReady, onStop }: Hooks,
): Promise<void> {
  const ending = new AbortController();
  const ended = new Promise<void>((resolve) => {
    ending.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  let firstMs = 0;
  for (const signal of signals) {
    process.on(signal, () => {
      if (ending.signal.aborted && monotonicMs() - firstMs < sameSignalMs) return;
      if (ending.signal.aborted) process.exit(1);
      firstMs = monotonicMs();
      report("\nStopping ...");
      ending.abort(new GivenUp());
    });
  }
  try {
    const stack = await start(ending.signal);
    try {
      await onReady(stack);
      await ended;
    } finally {
      await onStop();
      process.exitCode = (await stack.stop()) ? 0 : 1;
    }
  } catch (error) {
    if (!(error instanceof GivenUp)) throw error;
    process.exitCode = 130;
  }
  report("Everything is stopped.");
  process.exit();
}
