import { expect, test } from "vitest";
import { limits } from "@/platform/limits";
import { liveAmong, placeOf } from "./guard";
import { kneeOf, type LabWindow, levelsOf } from "./report";
import { outcomeOf, stateNow } from "./state";

const atMs = Date.parse("2026-11-27T12:00:00Z");
const run = { state: "running", askedAtMs: atMs, seenAtMs: atMs, says: null } as const;

test("a run of which nothing is heard any more was killed; one that nobody takes up says who would", () => {
  const silent = atMs + limits.loadRunSilentMs + 1;
  expect(stateNow(run, atMs + 1_000)).toEqual({ state: "running", says: null });
  expect(stateNow(run, silent).state).toBe("killed");
  const asked = { ...run, state: "asked", seenAtMs: null } as const;
  expect(stateNow(asked, atMs + limits.loadRunTakenMs).state).toBe("asked");
  expect(stateNow(asked, atMs + limits.loadRunTakenMs + 1)).toMatchObject({
    state: "failed",
    says: expect.stringContaining("npm start"),
  });
  expect(stateNow({ ...run, state: "done" }, silent).state).toBe("done");
});

test("what became of a run: its report counts, then the wish to cancel, then how it ended", () => {
  const end = { reported: false, cancelled: false, signal: null, lastWords: "" };
  expect(outcomeOf({ ...end, reported: true, signal: "SIGKILL" }).state).toBe("done");
  expect(outcomeOf({ ...end, cancelled: true, signal: "SIGTERM" }).state).toBe("cancelled");
  expect(outcomeOf({ ...end, signal: "SIGKILL" })).toMatchObject({ state: "killed" });
  expect(outcomeOf({ ...end, lastWords: "The disk is full.\n" })).toEqual({
    state: "failed",
    says: "The disk is full.",
  });
  const endless = outcomeOf({ ...end, lastWords: "x".repeat(5_000) }).says ?? "";
  expect(endless.length).toBeLessThanOrEqual(limits.loadRunSaysCharsMax);
});

test.each([
  "postgres://desk:secret@127.0.0.1:5432/desk",
  "postgresql://other@LOCALHOST/elsewhere?sslmode=require",
  "postgres://[::1]:5432/desk",
])("the live database is known by its place, however it is spelled: %s", (own) => {
  expect(liveAmong([own], ["postgres://desk@localhost:5432/desk"])).toEqual([own]);
});

test("a run on services of its own is let through, and what cannot be read is not", () => {
  const live = ["postgres://localhost:5432/desk", "redis://10.0.0.5:6379,redis://10.0.0.6:6379"];
  expect(liveAmong(["postgres://localhost:5433/desk", "redis://localhost:6390"], live)).toEqual([]);
  expect(liveAmong(["redis://10.0.0.6"], live)).toEqual(["redis://10.0.0.6"]);
  expect(liveAmong(["not an address"], live)).toEqual(["not an address"]);
  expect(placeOf("redis://cache.example.com")).toBe("cache.example.com:6379");
});

const window = (visitors: number, perSecond: number, msP95: number | null): LabWindow => ({
  seconds: 0,
  visitors,
  perSecond,
  failed: 0,
  msP50: msP95,
  msP95,
  busiest: null,
});

test("windows of about the same load are one level, the worst of them counts, silent ones do not", () => {
  const levels = levelsOf([
    window(100, 80, 300),
    window(10, 10, 20),
    window(104, 84, 500),
    window(0, 0, null),
    window(10, 10, null),
  ]);
  expect(levels).toEqual([
    { visitors: 10, perSecond: 10, msP95: 20 },
    { visitors: 102, perSecond: 82, msP95: 500 },
  ]);
});

test("the knee is where a visitor gets clearly less, or waits longer than the threshold", () => {
  const few = window(10, 10, 20);
  expect(kneeOf(levelsOf([few, window(100, 95, 30)]), 300)).toBeNull();
  expect(kneeOf(levelsOf([few, window(100, 60, 30), window(400, 61, 90)]), 300)?.visitors).toBe(
    100,
  );
  expect(kneeOf(levelsOf([few, window(50, 50, 301)]), 300)?.visitors).toBe(50);
});
