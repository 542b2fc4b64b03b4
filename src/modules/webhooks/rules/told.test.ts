import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { publicPayloads } from "../schema";
import { nextAttemptAtMs, retryAfterMs } from "./retry";
import { publicEvent, toldEvents, untold } from "./told";

/** The names of all events that the house defines, read from its own text. */
function definedEvents(): string[] {
  const paths = readdirSync("src", { recursive: true, encoding: "utf8" });
  const texts = paths
    .filter((path) => /events\.ts$/.test(path))
    .map((path) => readFileSync(`src/${path}`, "utf8"));
  return texts.flatMap((text) =>
    [...text.matchAll(/defineEvent\(\{\s*name: "([^"]+)"/g)].map(([, name = ""]) => name),
  );
}

test("every event of the house is told to the outside, or stays inside with a reason", () => {
  const defined = definedEvents();
  expect(defined.length).toBeGreaterThan(25);
  const known = new Set([...toldEvents, ...Object.keys(untold)]);
  expect(defined.filter((name) => !known.has(name))).toEqual([]);
  expect([...known].filter((name) => !defined.includes(name))).toEqual([]);
});

const row = {
  id: "019abcde-0000-7000-8000-000000000001",
  number: 7,
  subject: "The vent jams",
  status: "open",
  priority: "high",
  channel: "web",
  requester: { id: "019abcde-0000-7000-8000-000000000002", name: "Anna" },
  organization: null,
  assignee: null,
  team: null,
  tags: [],
  fields: {},
  slaState: null,
  nextDueAt: null,
  satisfaction: null,
  mergedInto: null,
  synthetic: false,
  createdAt: "2026-11-26T12:00:00.000Z",
  updatedAt: "2026-11-26T12:00:00.000Z",
  resolvedAt: null,
};
const created = (payload: object) => publicEvent({ name: "ticket.created", version: 1, payload });

test("what the outside is not told by name does not leave, wherever it stands", () => {
  const inside = fc.dictionary(
    fc.string().filter((name) => !(name in row) && name !== "ticket" && name !== "__proto__"),
    fc.constant("canary"),
  );
  fc.assert(
    fc.property(inside, inside, (inRow, beside) => {
      const told = created({ ...beside, row: { ...inRow, ...row, lastWords: "canary" } });
      expect(JSON.stringify(told)).not.toContain("canary");
      expect(told?.name).toBe("ticket.created");
    }),
  );
});

test("what probes make, and what another version wrote, is told to nobody", () => {
  expect(created({ row: { ...row, synthetic: true } })).toBeNull();
  expect(publicEvent({ name: "ticket.created", version: 2, payload: { row } })).toBeNull();
  expect(created({ row: { ...row, number: "seven" } })).toBeNull();
  expect(Object.keys(publicPayloads).length).toBeGreaterThan(15);
});

const hourMs = 3_600_000;
const turn = { turnAtMs: 0, patienceMs: 72 * hourMs, retryAfterMs: null, chance: 0.5 };

test("attempts go on for three days and not longer, ever more slowly", () => {
  const times: number[] = [];
  for (let at: number | null = 0; at !== null; ) {
    times.push(at);
    at = nextAttemptAtMs({ ...turn, attempts: times.length, nowMs: at });
  }
  expect(times.length).toBeGreaterThan(12);
  expect(times.at(-1)).toBeGreaterThan(60 * hourMs);
  expect(times.at(-1)).toBeLessThanOrEqual(72 * hourMs);
  const waits = times.slice(1).map((at, index) => at - (times[index] ?? 0));
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
});

test("a receiver may ask for patience, in seconds or by a date, but not for weeks", () => {
  const nowMs = Date.parse("2026-11-26T12:00:00Z");
  expect(retryAfterMs("120", nowMs)).toBe(120_000);
  expect(retryAfterMs("Thu, 26 Nov 2026 12:05:00 GMT", nowMs)).toBe(300_000);
  expect(retryAfterMs("soon", nowMs)).toBeNull();
  const asked = { ...turn, attempts: 1, nowMs: 0 };
  expect(nextAttemptAtMs({ ...asked, retryAfterMs: 120_000 })).toBe(120_000);
  expect(nextAttemptAtMs({ ...asked, retryAfterMs: 1_000 * hourMs })).toBe(12 * hourMs);
});
