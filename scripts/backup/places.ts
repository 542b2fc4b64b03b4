import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const description = z.object({
  startedAt: z.string(),
  endedAt: z.string(),
  /** The first and the last piece of the log without which the copy is not whole. */
  firstWal: z.string(),
  lastWal: z.string(),
});
export type Base = z.output<typeof description> & { folder: string };

const prefix = "base-";
export const walFolder = (backup: string) => join(backup, "wal");
/** Sorted by name they are sorted by time. */
export const baseFolder = (backup: string, startedAt: string) =>
  join(backup, `${prefix}${startedAt.replaceAll(/[:.]/g, "")}`);
export const descriptionFile = (base: string) => join(base, "backup.json");

/** The whole copies in a backup, the oldest first; one that was broken off has no description. */
export function basesIn(backup: string): Base[] {
  if (!existsSync(backup)) return [];
  return readdirSync(backup)
    .filter((name) => name.startsWith(prefix) && existsSync(descriptionFile(join(backup, name))))
    .sort()
    .map((name) => {
      const folder = join(backup, name);
      return {
        ...description.parse(JSON.parse(readFileSync(descriptionFile(folder), "utf8"))),
        folder,
      };
    });
}

/** The newest copy that was whole by then. */
export function baseFor(bases: readonly Base[], until: Date | undefined): Base | undefined {
  return bases.findLast(({ endedAt }) => until === undefined || new Date(endedAt) <= until);
}

/** What a pruned backup no longer needs: copies beyond the newest few, and the log before them. */
export function superfluous(
  bases: readonly Base[],
  wal: readonly string[],
  keep: number,
): { bases: Base[]; wal: string[] } {
  const kept = bases.slice(-keep);
  const first = kept[0]?.firstWal;
  return {
    bases: bases.slice(0, Math.max(0, bases.length - keep)),
    // A name is a time line and a place in it: what sorts before the first that is needed, is older.
    wal:
      first === undefined ? [] : wal.filter((name) => /^[0-9A-F]{24}/.test(name) && name < first),
  };
}
