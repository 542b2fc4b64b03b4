import { setTimeout as sleep } from "node:timers/promises";
import { messageOf } from "../system/advice";
import { backoffMs } from "./backoff";

type Running = { exited: Promise<unknown>; stop(): Promise<void> };

export type SupervisedService<Service extends Running> = {
  current(): Service;
  /** Stops it and starts it again on the same port and folder, as a crash and recovery would. */
  restart(): Promise<void>;
  /** Stays down until `restart`. */
  stop(): Promise<void>;
};

/**
 * A server of our own: when it ends unasked, it is started again in its place, however long that
 * takes: a disk may be full for an hour, and nobody's hand is needed after it.
 */
export async function supervise<Service extends Running>(
  name: string,
  start: () => Promise<Service>,
  report: (line: string) => void,
): Promise<SupervisedService<Service>> {
  let service = await start();
  let wanted = true;

  async function startAgain(): Promise<void> {
    report(`${name} ended; starting it again`);
    for (let attempt = 1; wanted; attempt += 1) {
      await sleep(backoffMs(attempt, { wasReady: false }));
      if (!wanted) return;
      try {
        service = await start();
        watch();
        return;
      } catch (error) {
        report(messageOf(error));
      }
    }
  }

  function watch(): void {
    const watched = service;
    void watched.exited.then(() => {
      if (wanted && watched === service) void startAgain();
    });
  }

  async function stop(): Promise<void> {
    wanted = false;
    await service.stop();
  }

  watch();
  return {
    current: () => service,
    stop,
    async restart() {
      await stop();
      service = await start();
      wanted = true;
      watch();
    },
  };
}
