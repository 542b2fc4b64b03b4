import { now } from "@/platform/clock";
import { db, pools } from "@/platform/database";
import { analyseParents } from "@/platform/database/analyse-parents";
import { ensurePartitions, partitionFaults } from "@/platform/database/partitions";
import { retirePartitions } from "@/platform/database/retire-partitions";
import { env } from "@/platform/env";
import { log } from "@/platform/log";
import { gauge } from "@/platform/telemetry";

let faultsFound = 0;

/** The months ahead have their partitions long before the first row of them comes. */
export async function makePartitionsAhead(): Promise<void> {
  gauge({
    name: "insightdesk_partition_faults",
    help: "Months that have no partition although they are near, and rows without a month.",
    read: () => [{ labels: {}, value: faultsFound }],
  });
  try {
    await ensurePartitions(pools().write);
  } finally {
    const faults = await partitionFaults(db.write, now());
    faultsFound = faults.length;
    if (faults.length > 0) log().error({ faults }, "months of the database need an operator");
  }
}

/** Months past the retention go, if there is one, and the planner learns of the others. */
export async function tendPartitions(): Promise<void> {
  const months = env().RETENTION_MONTHS;
  if (months !== undefined) {
    const at = now();
    const before = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - months, 1));
    const { busy } = await retirePartitions(before);
    if (busy.length > 0) log().info({ busy }, "somebody reads months that are to go: later");
  }
  await analyseParents();
}
