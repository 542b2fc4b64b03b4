import { expect, test } from "vitest";
import { gauge, registry } from "./registry";

test("a gauge that has nothing to say is absent, and not 0", async () => {
  const days: { now: number[] } = { now: [] };
  gauge({
    name: "insightdesk_test_days_left",
    help: "Days.",
    read: () => days.now.map((value) => ({ labels: {}, value })),
  });
  const told = async () =>
    (await registry().getSingleMetric("insightdesk_test_days_left")?.get())?.values;
  expect(await told()).toEqual([]);
  days.now = [7];
  expect(await told()).toMatchObject([{ value: 7 }]);
  days.now = [];
  expect(await told()).toEqual([]);
});
