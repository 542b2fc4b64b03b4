import { now } from "@/platform/clock";
import { limits } from "@/platform/limits";

/** The tables that are partitioned by month of `created_at`. */
export const partitionedTables = ["ticket_messages", "activity_logs"] as const;

export type Month = { year: number; month: number };

/** The first instants (UTC) of a month and of the next, and the partition's suffix. */
export function monthBounds({ year, month }: Month): { from: string; to: string; suffix: string } {
  const day = (index: number) => new Date(Date.UTC(year, index, 1)).toISOString();
  return {
    from: day(month - 1),
    to: day(month),
    suffix: `${year}_${String(month).padStart(2, "0")}`,
  };
}

export function monthsBetween(from: Date, to: Date): Month[] {
  const months: Month[] = [];
  let index = from.getUTCFullYear() * 12 + from.getUTCMonth();
  const last = to.getUTCFullYear() * 12 + to.getUTCMonth();
  for (; index <= last; index++)
    months.push({ year: Math.floor(index / 12), month: (index % 12) + 1 });
  return months;
}

type Client = { query(text: string): Promise<unknown> };

/** This month and the months ahead, with one to spare beyond what the alarm asks for. */
function ahead(at: Date): { from: Date; to: Date } {
  const months = limits.partitionsAheadMin + 1;
  return { from: at, to: new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1)) };
}

/**
 * Makes the partitions of a span of months that are not there yet. A row for a month without one
 * lands in the default partition, which stays empty and is watched.
 */
export async function ensurePartitions(client: Client, span = ahead(now())): Promise<void> {
  for (const table of partitionedTables)
    for (const month of monthsBetween(span.from, span.to)) {
      const { from, to, suffix } = monthBounds(month);
      await client.query(
        `create table if not exists ${table}_${suffix} partition of ${table}
         for values from ('${from}') to ('${to}')`,
      );
    }
}
