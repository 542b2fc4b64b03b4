import fc from "fast-check";
import { expect, test } from "vitest";
import { blameOf, type Held, type Stretch, whereItWent } from "./minutes";

const minuteMs = 60_000;
const from = (fromMinute: number, toMinute: number): Stretch => ({
  fromMs: fromMinute * minuteMs,
  toMs: toMinute * minuteMs,
});
const held = (cause: Held["cause"], fromMinute: number, toMinute: number): Held => ({
  cause,
  ...from(fromMinute, toMinute),
});
const minutes = (sums: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(sums).map(([cause, ms]) => [cause, ms / minuteMs]));

test("a mail worker that stood for ten minutes shows ten under mail, the rest was a person", () => {
  const sums = whereItWent([from(0, 45), from(45, 55)], [held("mail", 45, 55)]);
  expect(minutes(sums)).toEqual({ mail: 10, queue: 0, slowness: 0, routing: 0, person: 45 });
});

test("nobody had it for twenty minutes, and five of them the queue stood: machines come first", () => {
  const sums = whereItWent([from(0, 60)], [held("routing", 0, 20), held("queue", 3, 8)]);
  expect(minutes(sums)).toEqual({ mail: 0, queue: 5, slowness: 0, routing: 15, person: 40 });
});

test("what held something up while we were closed cost nobody a counted minute", () => {
  const sums = whereItWent([from(0, 10), from(100, 110)], [held("slowness", 10, 100)]);
  expect(minutes(sums)).toMatchObject({ slowness: 0, person: 20 });
});

test("whatever held it up, the parts add up to the whole", () => {
  const stretch = fc
    .tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }))
    .map(([a, b]) => ({ fromMs: Math.min(a, b), toMs: Math.max(a, b) }));
  const causes = fc.constantFrom<Held["cause"]>("mail", "queue", "slowness", "routing");
  const anyHeld = fc.tuple(stretch, causes).map(([each, cause]) => ({ ...each, cause }));
  fc.assert(
    fc.property(
      fc.array(stretch, { maxLength: 12 }),
      fc.array(anyHeld, { maxLength: 12 }),
      (all, by) => {
        // Counted stretches do not overlap: one after the other they never do.
        let atMs = 0;
        const counted = all.map(({ fromMs, toMs }) => {
          const next = { fromMs: atMs, toMs: atMs + toMs - fromMs };
          atMs = next.toMs + 7;
          return next;
        });
        const whole = counted.reduce((sum, each) => sum + each.toMs - each.fromMs, 0);
        const parts = Object.values(whereItWent(counted, by));
        expect(parts.reduce((sum, each) => sum + each, 0)).toBe(whole);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

test("people's share and machines' share are the whole, and nothing late blames nobody", () => {
  const parts = { mail: 10, queue: 5, slowness: 5, routing: 30, person: 50 };
  expect(blameOf(parts)).toEqual({ people: 0.8, machines: expect.closeTo(0.2) });
  expect(blameOf({ mail: 0, queue: 0, slowness: 0, routing: 0, person: 0 })).toBeNull();
});
