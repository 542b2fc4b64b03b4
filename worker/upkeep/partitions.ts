import { now } from "@/platform/clock";
import { db, pools } from "@/platform/database";
import { ensurePartitions, partitionFaults } from "@/platform/database/partitions";
import { log } from "@/platform/log";

/** The months ahead have their partitions long before the first row of them comes. */
export async function makePartitionsAhead(): Promise<void> {
  try {
    await ensurePartitions(pools().write);
  } finally {
    const faults = await partitionFaults(db.write, now());
    if (faults.length > 0) log().error({ faults }, "months of the database need an operator");
  }
}
