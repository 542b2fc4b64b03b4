import { expect, test } from "vitest";
import { byReason } from "./failed-reasons";

test("what failed for one cause is one line, the most frequent first, whatever numbers it names", () => {
  const job = (id: string, name: string, reason: string, failedAtMs: number) => ({
    ...{ id, name, reason, failedAtMs },
  });
  const jobs = [
    job("1", "mail.send", "connect ECONNREFUSED 10.0.0.7:25", 10),
    job("2", "bulk.run", "Broken invariant", 40),
    job("3", "mail.write", "connect ECONNREFUSED 10.0.0.9:25", 30),
  ];
  expect(byReason(jobs)).toEqual([
    {
      reason: "connect ECONNREFUSED 10.0.0.7:25",
      names: ["mail.send", "mail.write"],
      ids: ["1", "3"],
      newestMs: 30,
    },
    { reason: "Broken invariant", names: ["bulk.run"], ids: ["2"], newestMs: 40 },
  ]);
  expect(byReason([])).toEqual([]);
});
