import { expect, test } from "vitest";
import { supportObjectives } from "../figures/support-objectives";
import { objectiveReport, reportOf } from "../objectives";
import { tilesOf } from "../overview";
import {
  indicatorConditions,
  type Machinery,
  machineryConditions,
  objectiveConditions,
  supportConditions,
} from "./conditions";
import { processConditions } from "./processes";

const nowMs = Date.parse("2026-11-26T12:00:00Z");
const minuteMs = 60_000;
const levels = (conditions: readonly { subject: string; level: string }[]) =>
  Object.fromEntries(conditions.map(({ subject, level }) => [subject, level]));

test("an indicator of which nothing is measured is unknown, never fine and never zero", () => {
  const all = indicatorConditions(tilesOf([], [], [], nowMs));
  expect(new Set(all.map(({ level }) => level))).toEqual(new Set(["unknown"]));
  expect(all[0]?.says).toContain("not measured");
});

const minutes = (count: number, good: number, total: number) =>
  Array.from({ length: count }, (_, index) => ({ atMs: nowMs - index * minuteMs, good, total }));

test("a budget that burns 14.4 times too fast is critical, slowly it is a warning", () => {
  const of = (good: number, count = 400) =>
    levels(objectiveConditions([objectiveReport("errorRate", minutes(count, good, 1_000), nowMs)]));
  expect(of(1_000)).toEqual({ "objective:errorRate": "fine" });
  expect(of(980)).toEqual({ "objective:errorRate": "critical" });
  expect(of(998)).toEqual({ "objective:errorRate": "warning" });
});

test("promises to customers burn like those of machines, each by its own subject", () => {
  const of = (good: number, total: number) =>
    levels(
      supportConditions([
        {
          name: "firstResponse",
          ...reportOf(supportObjectives.firstResponse, minutes(400, good, total), nowMs),
        },
      ]),
    )["support:firstResponse"];
  expect(of(10, 10)).toBe("fine");
  expect(of(2, 10)).toBe("critical");
  expect(of(9, 10)).toBe("warning");
  const [quiet] = supportConditions([
    { name: "resolution", ...reportOf(supportObjectives.resolution, [], nowMs) },
  ]);
  expect(quiet).toMatchObject({ subject: "support:resolution", level: "unknown" });
});

test("one slow answer among three is luck: too few events raise nothing", () => {
  const few = objectiveReport("errorRate", minutes(3, 0, 1), nowMs);
  expect(levels(objectiveConditions([few]))).toEqual({ "objective:errorRate": "unknown" });
});

const fine: Machinery = {
  outboxAgeMs: 0,
  parkedEvents: 0,
  certificateDays: null,
  partitionFaults: 0,
  webhooksOff: [],
};
test("parked events, late events, an ending certificate, a missing month and a lost webhook are seen", () => {
  expect(new Set(Object.values(levels(machineryConditions(fine))))).toEqual(new Set(["fine"]));
  const bad = machineryConditions({
    outboxAgeMs: 61_000,
    parkedEvents: 1,
    certificateDays: 6,
    partitionFaults: 1,
    webhooksOff: [{ id: "w", name: "Depot" }],
  });
  expect(levels(bad)).toEqual({
    "outbox:age": "critical",
    "outbox:parked": "warning",
    certificate: "critical",
    partitions: "critical",
    "webhook:w": "warning",
  });
  expect(levels(machineryConditions({ ...fine, certificateDays: 20 })).certificate).toBe("warning");
  expect(levels(machineryConditions({ ...fine, partitionFaults: null })).partitions).toBe(
    "unknown",
  );
});

const web = (id: string, silent = false, ok = true) => ({
  id,
  kind: "web",
  silent,
  checks: { stores: { ok, says: "evicts keys" } },
});

test("a process that is silent is missing, and when none is left nobody serves", () => {
  const two = (silent: boolean[]) =>
    levels(
      processConditions(
        silent.map((each, index) => web(`web-${index}`, each)),
        silent.map((_, index) => ({ processId: `web-${index}`, atMs: nowMs })),
        nowMs,
      ),
    )["silent:web"];
  expect([two([false, false]), two([true, false]), two([true, true])]).toEqual([
    "fine",
    "warning",
    "critical",
  ]);
});

test("a process that lives and writes no measures is stale; one from the future has another clock", () => {
  const seen = (atMs: number) =>
    levels(processConditions([web("web-1")], [{ processId: "web-1", atMs }], nowMs));
  expect(seen(nowMs - 5_000)).toMatchObject({
    "measuring:stale": "fine",
    "measuring:clock": "fine",
  });
  expect(seen(nowMs - 5 * minuteMs)["measuring:stale"]).toBe("warning");
  expect(seen(nowMs + 5 * minuteMs)["measuring:clock"]).toBe("warning");
  expect(levels(processConditions([web("web-1")], [], nowMs))["measuring:stale"]).toBe("warning");
});

test("a check that fails says why", () => {
  const conditions = processConditions([web("web-1", false, false)], [], nowMs);
  expect(conditions.find(({ subject }) => subject === "check:stores")).toMatchObject({
    level: "warning",
    says: "At web-1: evicts keys.",
  });
});
