import pg from "pg";
import { monotonicMs } from "@/platform/clock";

/** All connections are taken, or there is room and one more has to be opened. */
export type WaitWhy = "turn" | "opening";
type Callback = Parameters<pg.Pool["connect"]>[0];

/**
 * A pool that says how long who asked it for a connection had to wait. Who finds one idle costs a
 * comparison: nothing is timed and nothing is made for them. Every way to a connection comes by
 * `connect`, statements of the pool itself too.
 */
export class WaitedPool extends pg.Pool {
  readonly #noteWait: (why: WaitWhy, ms: number) => void;

  constructor(config: pg.PoolConfig, noteWait: (why: WaitWhy, ms: number) => void) {
    super(config);
    this.#noteWait = noteWait;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<pg.PoolClient> | undefined {
    // Those who wait have the idle ones before us.
    if (this.idleCount > this.waitingCount) return this.#connectNow(callback);
    const why = this.totalCount < this.options.max ? "opening" : "turn";
    const startedAtMs = monotonicMs();
    // Who gave up has waited, too.
    const note = () => this.#noteWait(why, monotonicMs() - startedAtMs);
    if (callback === undefined) {
      const connection = super.connect();
      connection.then(note, note);
      return connection;
    }
    super.connect((error, client, done) => {
      note();
      callback(error, client, done);
    });
    return undefined;
  }

  #connectNow(callback: Callback | undefined): Promise<pg.PoolClient> | undefined {
    if (callback === undefined) return super.connect();
    super.connect(callback);
    return undefined;
  }
}
