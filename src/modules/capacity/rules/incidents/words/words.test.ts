import { expect, test } from "vitest";
import { indicators } from "../../figures/indicators";
import { objectives } from "../../figures/objectives";
import { supportObjectives } from "../../figures/support-objectives";
import { upkeepNames } from "../../figures/upkeep";
import type { Said } from "../condition";
import { inWords } from ".";
import type { IncidentWords } from "./types";

const keysOf = <Name extends string>(table: Readonly<Record<Name, unknown>>) =>
  Object.keys(table).filter((key): key is Name => key in table);
const bound = { value: 1.5, unit: "%" };

/** Everything that an incident can be about, each time with all that may stand in it. */
const sayings: ((words: IncidentWords) => Said)[] = [
  ...keysOf(indicators).flatMap((name) =>
    [bound, null].map((now) => (words: IncidentWords) => {
      const about = { worst: "web-1", warning: bound, critical: bound };
      return words.indicator({ name, now, ...about });
    }),
  ),
  ...[...keysOf(objectives), ...keysOf(supportObjectives)].flatMap((promise) =>
    [true, false].map((burning) => (words: IncidentWords) => {
      const burns = burning ? ({ rate: 14.4, long: "1h", short: "5m" } as const) : null;
      const endsMs = burning ? Date.parse("2026-11-27T12:00:00Z") : null;
      return words.budget({ promise, isSupport: promise in supportObjectives, burns, endsMs });
    }),
  ),
  ...upkeepNames.flatMap((name) =>
    (["above", "below"] as const).map((side) => (words: IncidentWords) => {
      const about = { what: "tickets", warning: bound, critical: bound };
      return words.upkeep({ name, side, now: side === "above" ? bound : null, ...about });
    }),
  ),
  (words) => words.outboxAge(61.26),
  (words) => words.parked(1),
  (words) => words.parked(3),
  (words) => words.certificate(6),
  (words) => words.partitions(1),
  (words) => words.webhook("Depot"),
  (words) => words.silent({ kind: "web", none: true, ids: ["web-1"], all: 1 }),
  (words) => words.silent({ kind: "web", none: false, ids: ["web-1"], all: 2 }),
  (words) => words.check({ name: "stores", ids: ["web-1"], reason: undefined }),
  (words) => words.stale(["web-1"]),
  (words) => words.ahead(["web-1"]),
];

/** Words that stand in English sentences of ours and in no German or Spanish one. */
const english = /\b(the|is|of|and|it|that|with|whether|which|above|below|warning|now|for)\b/i;

test("whatever an incident is about is said in every language, and in none of them in English", () => {
  for (const say of sayings) {
    const { abroad, ...own } = inWords(say);
    for (const said of [own, abroad.de, abroad.es])
      for (const text of Object.values(said)) expect(text.length).toBeGreaterThan(5);
    for (const said of [abroad.de, abroad.es])
      expect(Object.values(said).join(" ").replaceAll("web-1", "")).not.toMatch(english);
    expect(new Set([own.title, abroad.de.title, abroad.es.title]).size).toBe(3);
  }
});

test("numbers are written as the language writes them", () => {
  const { says, abroad } = inWords((words) => words.outboxAge(61.26));
  expect([says, abroad.de.says, abroad.es.says]).toEqual([
    expect.stringContaining("61.3 s"),
    expect.stringContaining("61,3 s"),
    expect.stringContaining("61,3 s"),
  ]);
  const about = {
    name: "cpu",
    worst: "web-1",
    now: bound,
    warning: bound,
    critical: bound,
  } as const;
  const high = inWords((words) => words.indicator(about));
  expect([high.says, high.abroad.de.says, high.abroad.es.says]).toEqual([
    expect.stringMatching(/^1\.5% at/),
    expect.stringMatching(/^1,5\u00a0% bei/),
    expect.stringMatching(/^1,5\u00a0% en/),
  ]);
});
