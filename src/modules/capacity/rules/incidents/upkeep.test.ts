import { expect, test } from "vitest";
import { type UpkeepReading, upkeepConditions } from "./upkeep";

const levels = (readings: readonly UpkeepReading[]) =>
  Object.fromEntries(upkeepConditions(readings).map(({ subject, level }) => [subject, level]));
const read = (name: UpkeepReading["name"], value: number, labels = ""): UpkeepReading => ({
  name,
  value,
  labels,
});

test("what nobody measured is unknown; what is measured is judged by its worst table or slot", () => {
  expect(new Set(Object.values(levels([])))).toEqual(new Set(["unknown"]));
  const conditions = upkeepConditions([
    read("insightdesk_dead_rows_share", 0.05, "table=users"),
    read("insightdesk_dead_rows_share", 0.41, "table=tickets"),
  ]);
  expect(conditions.find(({ subject }) => subject === "upkeep:dead_rows_share")).toMatchObject({
    level: "critical",
    says: "41% of tickets; warning above 20%, critical above 40%.",
  });
});

test("each watch has its two thresholds, and a disk counts from the other side", () => {
  const gigabyte = 2 ** 30;
  const at = (share: number, ms: number, bytes: number, free: number) =>
    levels([
      read("insightdesk_transaction_age_share", share),
      read("insightdesk_oldest_transaction_ms", ms),
      read("insightdesk_replication_slot_bytes", bytes, "slot=replica"),
      read("insightdesk_disk_free_share", free),
      read("insightdesk_dead_rows_share", Number.NaN, "table=tickets"),
    ]);
  const all = (level: string) => ({
    "upkeep:transaction_age_share": level,
    "upkeep:oldest_transaction_ms": level,
    "upkeep:replication_slot_bytes": level,
    "upkeep:disk_free_share": level,
    "upkeep:dead_rows_share": "unknown",
  });
  expect(at(0.4, 600_000, 5 * gigabyte, 0.15)).toEqual(all("fine"));
  expect(at(0.41, 600_001, 5.1 * gigabyte, 0.14)).toEqual(all("warning"));
  expect(at(0.71, 3_600_001, 21 * gigabyte, 0.04)).toEqual(all("critical"));
});
