import fc from "fast-check";
import { expect, test } from "vitest";
import { allDurations, durationHistogram, registry } from ".";
import { durationMsEdges } from "./edges";

const durations = () =>
  durationHistogram({
    name: "insightdesk_test_durations_ms",
    help: 'How long, "by" what.\nTwo lines.',
    labels: ["kind"],
  });

/** Where a duration belongs, said the slow way. */
const placeOf = (ms: number) => {
  const place = durationMsEdges.findIndex((edge) => ms <= edge);
  return place === -1 ? durationMsEdges.length : place;
};

let drawn = 0;
test("a duration counts in the first bucket that holds it, its edge too", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.constantFrom(...durationMsEdges),
        fc.double({ min: -5, max: 200_000, noNaN: true }),
      ),
      (ms) => {
        drawn += 1;
        const timer = durations().labels(`k${drawn}`);
        timer.observe(ms);
        expect(timer.buckets.indexOf(1)).toBe(placeOf(ms));
        expect([timer.count, timer.sum]).toEqual([1, ms]);
      },
    ),
  );
});

test("what is no duration is not counted, and a series is one however it is asked for", () => {
  const timer = durations().labels("same");
  for (const ms of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
    timer.observe(ms);
  expect(timer.count).toBe(0);
  durations().observe({ kind: "same" }, 7);
  expect(durations().labels("same")).toBe(timer);
  expect(timer.count).toBe(1);
});

test("Prometheus reads each bucket with those before it, escaped and with what it is", async () => {
  const timer = durations().labels('odd "one"');
  timer.observe(0.5);
  timer.observe(4);
  timer.observe(90_000);
  const text = await registry().metrics();
  const own = text.split("\n").filter((line) => line.includes("odd"));
  const at = (le: string) =>
    own
      .find((line) => line.includes(`le="${le}"`))
      ?.split(" ")
      .at(-1);
  expect(text).toContain("# TYPE insightdesk_test_durations_ms histogram");
  expect([at("1"), at("3"), at("5"), at("60000"), at("+Inf")]).toEqual(["1", "1", "2", "2", "3"]);
  expect(own.find((line) => line.includes("_sum{"))).toMatch(/ 90004\.5$/);
  expect(own.find((line) => line.includes("_count{"))).toMatch(/kind="odd \\"one\\""\} 3$/);
  expect(own).toHaveLength(durationMsEdges.length + 3);
});

test("who writes measures down finds every histogram", () => {
  durations();
  expect(allDurations().map(({ name }) => name)).toContain("insightdesk_test_durations_ms");
});
