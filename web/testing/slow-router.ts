import { router } from "@/trpc/init";
import { publicProcedure } from "@/trpc/procedures";

type Started = { signal: AbortSignal; release: () => void };

/** Hands what a slow call holds to the test that waits for it. */
function meeting() {
  let arrive: (started: Started) => void = () => undefined;
  let next = new Promise<Started>((resolve) => {
    arrive = resolve;
  });
  return {
    arrive: (started: Started) => arrive(started),
    started: async () => {
      const started = await next;
      next = new Promise((resolve) => {
        arrive = resolve;
      });
      return started;
    },
  };
}

export const waits = meeting();

/** Calls that end when the test says so. */
export const slowRouter = router({
  untilAborted: publicProcedure.query(
    ({ ctx }) =>
      new Promise((_, reject) => {
        ctx.signal.addEventListener("abort", () => reject(new Error("told to stop")));
        waits.arrive({ signal: ctx.signal, release: () => undefined });
      }),
  ),
  untilReleased: publicProcedure.query(
    ({ ctx }) =>
      new Promise((resolve) => {
        waits.arrive({ signal: ctx.signal, release: () => resolve("released") });
      }),
  ),
});
