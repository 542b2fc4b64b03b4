import { setTimeout as sleep } from "node:timers/promises";
import { signalIfAlive } from "../../scripts/system/processes";
import { ended, type Fault, heldWords, holdMs, through } from "./fault";
import type { BreakableServices } from "./services";
import type { SmallDisk } from "./small-disk";

async function full(disk: SmallDisk): Promise<void> {
  disk.fill();
  await sleep(holdMs);
  disk.makeRoom();
}

/**
 * The primary dies while its replica lags, and the replica takes its place with what it has. The
 * address leads to it; nobody is restarted.
 */
async function promoted(about: BreakableServices): Promise<void> {
  const { services, wal, replica, database, nowAt } = about;
  wal.set("cut");
  await sleep(holdMs / 2);
  const pid = services.postgres?.current().pid;
  const gone = services.postgres?.stop();
  if (pid !== undefined) signalIfAlive(pid, "SIGQUIT");
  await gone;
  await replica.promote();
  nowAt(replica.at(services.directUrl));
  database.leadTo({ host: "127.0.0.1", port: replica.port });
}

/** PostgreSQL, its pooler, its replica and its disk. */
export function databaseFaults(about: BreakableServices): Fault[] {
  const { services, pooler, replica, database, wal, disks } = about;
  const networks = (["slow", "blackhole", "cut"] as const).map(
    (state): Fault => ({
      name: `network to PostgreSQL: ${state} ${heldWords}`,
      short: false,
      happen: () => through([database], state),
    }),
  );
  const room: Fault[] =
    disks.database === null
      ? []
      : [
          {
            name: `PostgreSQL's disk full ${heldWords}`,
            short: true,
            happen: () => (disks.database === null ? Promise.resolve() : full(disks.database)),
          },
        ];
  return [
    {
      name: "PgBouncer killed",
      short: true,
      // Its shell and itself: they are one group.
      happen: () => ended(() => -(pooler.current().pid ?? 0), "SIGKILL"),
    },
    {
      name: "PostgreSQL restarted (fast)",
      short: false,
      happen: async () => services.postgres?.restart(),
    },
    {
      name: "PostgreSQL restarted (immediate)",
      short: true,
      happen: () => ended(() => services.postgres?.current().pid, "SIGQUIT"),
    },
    ...networks,
    {
      name: "the replica killed, and back",
      short: false,
      happen: async () => {
        await replica.kill();
        await sleep(holdMs / 2);
        await replica.start();
      },
    },
    {
      name: `the replica's replay paused ${heldWords}`,
      short: false,
      happen: async () => {
        await replica.pause();
        await sleep(holdMs);
        await replica.resume();
      },
    },
    {
      name: `network to the replica: cut ${heldWords}`,
      short: false,
      happen: () => through([wal], "cut"),
    },
    ...room,
  ];
}

/** Nothing after it finds the first primary: it is the last. */
export const promotion = (about: BreakableServices): Fault => ({
  name: "the primary lost, and a replica that was 3 s behind promoted",
  short: true,
  losesTail: true,
  happen: () => promoted(about),
});
