import { ended, type Fault, heldWords, stopped, through } from "./fault";
import type { BreakableServices } from "./services";
import type { Store } from "./stores";

const pidOf = ({ server }: Store) => server.current().pid;

/** The Valkey of each purpose, and all of them. */
export function storeFaults({ stores }: BreakableServices): Fault[] {
  const each = stores.flatMap((store): Fault[] => [
    {
      name: `Valkey for ${store.purpose} killed`,
      short: store.purpose === "queue",
      happen: () => ended(() => pidOf(store), "SIGKILL"),
    },
    {
      name: `Valkey for ${store.purpose} frozen ${heldWords}`,
      short: false,
      happen: () => stopped(pidOf(store)),
    },
    {
      name: `network to Valkey for ${store.purpose}: blackhole ${heldWords}`,
      short: store.purpose === "session",
      happen: () => through([store.line], "blackhole"),
    },
  ]);
  const lines = stores.map(({ line }) => line);
  return [
    ...each,
    {
      name: "every Valkey restarted",
      short: false,
      happen: async () => {
        await Promise.all(stores.map(({ server }) => server.restart()));
      },
    },
    {
      name: `network to every Valkey: slow ${heldWords}`,
      short: false,
      happen: () => through(lines, "slow"),
    },
    {
      name: `network to every Valkey: cut ${heldWords}`,
      short: true,
      happen: () => through(lines, "cut"),
    },
  ];
}
