import { pools } from "@/platform/database";
import { ensurePartitions } from "@/platform/database/partitions";

/** The months ahead have their partitions long before the first row of them comes. */
export async function makePartitionsAhead(): Promise<void> {
  await ensurePartitions(pools().write);
}
