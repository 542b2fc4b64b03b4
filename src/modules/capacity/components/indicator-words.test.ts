import { expect, test } from "vitest";
import type { IncidentView } from "./incidents/incident-words";
import { overviewSentence, type TileView } from "./indicator-words";

const tile = (level: TileView["level"]): TileView => ({
  indicator: "queueDepth",
  value: level === "unknown" ? null : 12,
  level,
  sinceMs: null,
  worst: null,
  line: [],
  warningAbove: 1_000,
  criticalAbove: 5_000,
  components: [],
  more: 0,
});
const fine = Array.from({ length: 6 }, () => tile("fine"));
const incident = (title: string, level: IncidentView["level"]): IncidentView => ({
  id: title,
  subject: title,
  title,
  says: "",
  action: "",
  path: "/admin",
  level,
  unknown: false,
  openedAt: "2026-11-27T12:00:00Z",
  resolvedAt: null,
  acknowledged: null,
});

test("what is in order needs nobody", () => {
  expect(overviewSentence(fine, [])).toEqual({
    health: "ok",
    sentence: "Nothing needs you: all six indicators are in order.",
  });
});

test("an open incident is never called nothing, though every indicator is in order", () => {
  const open = [incident("A budget burns slowly", "warning"), incident("It burns", "critical")];
  expect(overviewSentence(fine, open)).toEqual({
    health: "critical",
    sentence: "It burns. 1 more is open. All six indicators are in order.",
  });
});

test("an indicator over its bound comes before all", () => {
  const tiles = [tile("warning"), ...fine.slice(1)];
  expect(overviewSentence(tiles, []).sentence).toBe("Queue depth is high: scale workers.");
});
