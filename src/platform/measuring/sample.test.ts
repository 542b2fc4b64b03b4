import fc from "fast-check";
import { expect, test } from "vitest";
import { added, addedBy, labelsOf, type Reading, readLabels, samplesBetween } from "./sample";

const histogram = (buckets: readonly number[], name = "insightdesk_operation_ms"): Reading => ({
  name,
  labels: "operation=tickets.list",
  kind: "histogram",
  count: buckets.reduce((sum, each) => sum + each, 0),
  sum: buckets.reduce((sum, each, index) => sum + each * (index + 1), 0),
  buckets,
});
const gauge = (value: number): Reading => ({
  name: "insightdesk_cpu_share",
  labels: "",
  kind: "gauge",
  count: 1,
  sum: value,
  buckets: [],
});

test("a span holds what came in it and nothing of before", () => {
  const [sample] = samplesBetween([histogram([4, 1, 0])], [histogram([6, 1, 2])]);
  expect(sample).toMatchObject({ count: 4, buckets: [2, 0, 2] });
});

test("a counter that began anew with its process loses nothing and is never negative", () => {
  const [sample] = samplesBetween([histogram([40, 10, 3])], [histogram([2, 0, 1])]);
  expect(sample).toMatchObject({ count: 3, buckets: [2, 0, 1] });
});

test("what did not happen gives no sample, and a gauge always gives one", () => {
  expect(samplesBetween([histogram([4])], [histogram([4])])).toEqual([]);
  expect(samplesBetween([gauge(0.4)], [gauge(0.4)])).toMatchObject([{ sum: 0.4, highest: 0.4 }]);
});

test("spans add up to the whole, wherever they are cut", () => {
  const counts = fc.array(fc.nat(1_000), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(counts, { minLength: 2, maxLength: 8 }), (steps) => {
      let so: number[] = [0, 0, 0];
      const readings = steps.map((step) => {
        so = so.map((each, index) => each + (step[index] ?? 0));
        return [histogram(so)];
      });
      const spans = readings.flatMap((reading, index) =>
        samplesBetween(readings[index - 1] ?? [], reading),
      );
      const [whole] = addedBy(spans, ({ labels }) => labels).values();
      expect(whole?.buckets ?? [0, 0, 0]).toEqual(so);
      expect(whole?.count ?? 0).toBe(so.reduce((sum, each) => sum + each, 0));
    }),
  );
});

test("a gauge over several readings keeps its mean and its highest", () => {
  const samples = [0.2, 0.9, 0.4].flatMap((value) => samplesBetween([], [gauge(value)]));
  const [first, second, third] = samples;
  if (first === undefined || second === undefined || third === undefined) throw new Error("three");
  const all = added(added(first, second), third);
  expect(all.sum / all.count).toBeCloseTo(0.5);
  expect(all.highest).toBe(0.9);
});

test("labels read as they were printed, in one order", () => {
  expect(labelsOf({ outcome: "ok", operation: "tickets.list", le: 50 })).toBe(
    "operation=tickets.list,outcome=ok",
  );
  expect(readLabels("operation=tickets.list,outcome=ok")).toEqual({
    operation: "tickets.list",
    outcome: "ok",
  });
  expect(readLabels("")).toEqual({});
});
