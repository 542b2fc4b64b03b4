import pg from "pg";
import { monotonicMs } from "@/platform/clock";
import { env } from "@/platform/env";
import { limits } from "@/platform/limits";
import { log } from "@/platform/log";
import { gauge } from "@/platform/telemetry";

/** What is known of a replica since it was last asked, a moment ago. */
export type Replica = {
  readonly name: string;
  readonly pool: pg.Pool;
  /** False from the start, while it is away, and while it lags too far. */
  isUsable: boolean;
  /** How far it has replayed the primary's log, in bytes of it. */
  lsn: number;
  /** The last event position in its snapshot. */
  position: number;
  lagMs: number;
};

export type ReplicaWatch = {
  readonly replicas: readonly Replica[];
  /** Resolves when each has been asked once. */
  readonly asked: Promise<void>;
  /** Takes a replica out at once: somebody was failed by it. */
  leaveOut(replica: Replica): void;
  stop(): Promise<void>;
};

const asBytes = "- '0/0'::pg_lsn)::bigint as lsn";
const primaryLsn = `select (pg_current_wal_lsn() ${asBytes}`;
// A server that was a replica and is none any more has replayed all that it has.
const replicaState = `
  select (case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end
    ${asBytes}, (select last from event_positions) as position`;

type State = { lsn: number; position: number };

/** A connection of its own, so that a pool that is busy does not look like a server that is away. */
class Probe {
  #client: pg.Client | null = null;
  constructor(private readonly url: string) {}

  async ask(text: string): Promise<State> {
    const client = this.#client ?? (await this.#connect());
    try {
      const { rows } = await client.query<State>(text);
      const [state] = rows;
      if (state === undefined) throw new Error("a server says nothing of itself");
      return state;
    } catch (thrown) {
      this.drop();
      throw thrown;
    }
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: limits.replicaProbeMsMax,
      query_timeout: limits.replicaProbeMsMax,
      application_name: `insightdesk-${env().PROCESS_KIND}-probe`,
    });
    client.on("error", () => this.drop());
    await client.connect();
    this.#client = client;
    return client;
  }

  drop(): void {
    const client = this.#client;
    this.#client = null;
    // What answers no more does not answer a good-bye either.
    client?.end().catch(() => undefined);
  }
}

/** When the primary was where: a replica lags by the age of the first place that it has not reached. */
class Course {
  readonly #places: { lsn: number; atMs: number }[] = [];

  note(lsn: number, atMs: number): void {
    if (lsn > (this.#places.at(-1)?.lsn ?? -1)) this.#places.push({ lsn, atMs });
    if (this.#places.length > limits.replicaPlacesMax) this.#places.shift();
  }

  lagMsOf(lsn: number, atMs: number): number {
    const missed = this.#places.find((place) => place.lsn > lsn);
    return missed === undefined ? 0 : atMs - missed.atMs;
  }
}

/** Asks every replica a few times a second how it is, until it is told to stop. */
export function watchReplicas(
  primaryUrl: string,
  pools: readonly { url: string; pool: pg.Pool }[],
): ReplicaWatch {
  const replicas = pools.map(({ pool }, index): Replica => {
    const name = `replica-${index + 1}`;
    return { name, pool, isUsable: false, lsn: 0, position: 0, lagMs: 0 };
  });
  const primary = new Probe(primaryUrl);
  const probes = pools.map(({ url }) => new Probe(url));
  const course = new Course();

  const decide = (replica: Replica, isUsable: boolean, why: object) => {
    if (replica.isUsable === isUsable) return;
    replica.isUsable = isUsable;
    const facts = { replica: replica.name, lagMs: replica.lagMs, ...why };
    if (isUsable) log().info(facts, "a replica serves reads");
    else log().warn(facts, "a replica is left out");
  };
  const look = async (replica: Replica, probe: Probe | undefined) => {
    try {
      const state = await probe?.ask(replicaState);
      if (state === undefined) return;
      replica.lsn = state.lsn;
      replica.position = state.position;
      replica.lagMs = course.lagMsOf(state.lsn, monotonicMs());
      decide(replica, replica.lagMs <= limits.replicaLagMsMax, {});
    } catch (err) {
      decide(replica, false, { err });
    }
  };
  const round = async () => {
    // A primary that is away moves nowhere: its replicas go on serving what they have.
    const noted = primary.ask(primaryLsn).then(
      ({ lsn }) => course.note(lsn, monotonicMs()),
      () => undefined,
    );
    await Promise.all([noted, ...replicas.map((replica, index) => look(replica, probes[index]))]);
  };
  let running: Promise<void> | null = null;
  const tick = () => {
    running ??= round().finally(() => {
      running = null;
    });
    return running;
  };
  const asked = tick();
  const timer = setInterval(() => void tick(), limits.replicaProbeMs);
  timer.unref();
  measure(replicas);
  return {
    replicas,
    asked,
    leaveOut: (replica) => decide(replica, false, {}),
    stop: async () => {
      clearInterval(timer);
      await running;
      for (const probe of [primary, ...probes]) probe.drop();
    },
  };
}

function measure(replicas: readonly Replica[]): void {
  gauge({
    name: "insightdesk_replica_lag_ms",
    help: "How far a replica was behind the primary when it was last asked, in milliseconds.",
    labels: ["replica"],
    read: () => replicas.map(({ name, lagMs }) => ({ labels: { replica: name }, value: lagMs })),
  });
  gauge({
    name: "insightdesk_replica_used",
    help: "1 while a replica serves reads, 0 while it is left out.",
    labels: ["replica"],
    read: () =>
      replicas.map(({ name, isUsable }) => ({
        labels: { replica: name },
        value: isUsable ? 1 : 0,
      })),
  });
}
