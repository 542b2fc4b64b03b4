import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { impatientQueue, servedWithinShare } from "./erlang-a";
import { blockedShare, fewestForBlocked } from "./erlang-b";
import { waitingQueue, waitingShareOf, withinShareOf } from "./erlang-c";

/** Erlang's formula as it is printed, for counts whose factorials a machine still holds. */
function printedErlangB(servers: number, load: number): number {
  let term = 1;
  let total = 1;
  for (let n = 1; n <= servers; n++) {
    term *= load / n;
    total += term;
  }
  return term / total;
}

const servers = fc.integer({ min: 1, max: 60 });
const load = fc.double({ min: 0.01, max: 60, noNaN: true });

describe("Erlang B", () => {
  // Rows of the Erlang B tables that every traffic handbook prints: erlangs that so many lines carry.
  const table: readonly [lines: number, blocked: number, erlangs: number][] = [
    [1, 0.01, 0.0101],
    [5, 0.01, 1.36],
    [10, 0.01, 4.46],
    [20, 0.01, 12.0],
    [50, 0.01, 37.9],
    [100, 0.01, 84.1],
    [10, 0.02, 5.08],
    [30, 0.02, 21.9],
    [50, 0.02, 40.3],
    [100, 0.02, 88.0],
    [10, 0.05, 6.22],
    [10, 0.1, 7.51],
  ];
  test.each(table)("%i lines turn away %d of what the tables print", (lines, blocked, erlangs) => {
    const digits = 10 ** (2 - Math.floor(Math.log10(erlangs)));
    const half = 0.5000001 / digits;
    expect(blockedShare(lines, erlangs - half)).toBeLessThanOrEqual(blocked);
    expect(blockedShare(lines, erlangs + half)).toBeGreaterThanOrEqual(blocked);
  });

  test("the recursion gives what the printed formula gives", () => {
    fc.assert(
      fc.property(servers, load, (c, a) => {
        expect(blockedShare(c, a)).toBeCloseTo(printedErlangB(c, a), 12);
      }),
    );
  });

  test("thousands of servers overflow nothing: 100,000 at their own load turn away 0.25 %", () => {
    // For as much load as servers, B tends to sqrt(2 / (pi * c)).
    expect(blockedShare(100_000, 100_000)).toBeCloseTo(Math.sqrt(2 / (Math.PI * 100_000)), 4);
    expect(blockedShare(1_000_000, 10)).toBe(0);
  });

  test("the fewest are enough and one fewer is not", () => {
    fc.assert(
      fc.property(load, fc.double({ min: 1e-6, max: 0.9, noNaN: true }), (a, blocked) => {
        const fewest = fewestForBlocked(a, blocked) ?? 0;
        expect(blockedShare(fewest, a)).toBeLessThanOrEqual(blocked);
        if (fewest > 1) expect(blockedShare(fewest - 1, a)).toBeGreaterThan(blocked);
      }),
    );
  });
});

describe("Erlang C", () => {
  test("one server: the share that waits is its utilization, the mean wait is rho s / (1 - rho)", () => {
    const queue = waitingQueue(1, 0.75, 10);
    expect(queue.waits).toBeCloseTo(0.75, 12);
    expect(queue.meanWaitSeconds).toBeCloseTo(30, 10);
  });

  test("two servers: 2 rho^2 / (1 + rho) wait", () => {
    expect(waitingQueue(2, 1.6, 1).waits).toBeCloseTo((2 * 0.8 ** 2) / 1.8, 12);
  });

  // Garnett, Mandelbaum and Reiman, "Designing a call center with impatient customers" (2002), table 1.
  test("48 calls a minute of a minute each and 50 agents: 20.8 s on average, a tenth above 58.1 s, 17 in line", () => {
    const queue = waitingQueue(50, 48, 60);
    expect(queue.meanWaitSeconds).toBeCloseTo(20.8, 1);
    expect(queue.waitSeconds.p90).toBeCloseTo(58.1, 1);
    expect(queue.meanQueue).toBeCloseTo(17, 0);
  });

  test("the wait that a share does not exceed is exceeded by the rest, to the last percentile", () => {
    const { waits, waitSeconds } = waitingQueue(9, 8, 30);
    for (const [q, seconds] of [
      [0.5, waitSeconds.p50],
      [0.9, waitSeconds.p90],
      [0.95, waitSeconds.p95],
      [0.99, waitSeconds.p99],
    ] as const) {
      expect(withinShareOf(waits, 9, 8, 30, seconds ?? 0)).toBeCloseTo(q, 12);
    }
  });

  test("Little's law: what waits is what comes in the time that it waits", () => {
    fc.assert(
      fc.property(servers, load, (c, a) => {
        fc.pre(a < c * 0.999);
        const queue = waitingQueue(c, a, 7);
        expect(queue.meanQueue).toBeCloseTo((a / 7) * (queue.meanWaitSeconds ?? Number.NaN), 8);
      }),
    );
  });

  test("as much as the servers can do is already too much, even where the machine's product is a hair less", () => {
    expect(waitingQueue(57, 0.57 * 100, 100).stable).toBe(false);
    expect(waitingQueue(57, 56.9, 100).stable).toBe(true);
  });
});

describe("Erlang A", () => {
  // The same table, callers who hang up after two minutes on average: 3.1 % do, and all wait 3.7 s.
  test("two minutes of patience make 20.8 s of waiting 3.7 s, and lose 3.1 % of the callers", () => {
    const queue = { servers: 50, arrivalsPerSecond: 0.8, serviceSeconds: 60, patienceSeconds: 120 };
    const { abandoned, meanWaitSeconds } = impatientQueue(queue);
    expect(abandoned).toBeCloseTo(0.031, 3);
    expect(meanWaitSeconds).toBeCloseTo(3.7, 1);
    expect((48 * (1 - abandoned)) / 50).toBeCloseTo(0.93, 2);
  });

  test("as patient as the service is long, the number present is Poisson: a known sum", () => {
    const queue = { servers: 3, arrivalsPerSecond: 2, serviceSeconds: 1, patienceSeconds: 1 };
    const fewerThanThree = Math.exp(-2) * (1 + 2 + 2);
    expect(impatientQueue(queue).waits).toBeCloseTo(1 - fewerThanThree, 12);
  });

  test("hardly any patience is Erlang B, endless patience is Erlang C", () => {
    const queue = { servers: 12, arrivalsPerSecond: 0.1, serviceSeconds: 100 };
    const hasty = impatientQueue({ ...queue, patienceSeconds: 1e-7 });
    expect(hasty.abandoned).toBeCloseTo(blockedShare(12, 10), 6);
    const patient = impatientQueue({ ...queue, patienceSeconds: 1e9 });
    expect(patient.waits).toBeCloseTo(waitingShareOf(blockedShare(12, 10), 12, 10), 6);
    expect(patient.meanWaitSeconds).toBeCloseTo(waitingQueue(12, 10, 100).meanWaitSeconds ?? 0, 3);
  });

  test("far above what the servers can do, what is too much leaves", () => {
    const queue = {
      servers: 5_000,
      arrivalsPerSecond: 8_000,
      serviceSeconds: 1,
      patienceSeconds: 1e6,
    };
    expect(impatientQueue(queue).abandoned).toBeCloseTo(3 / 8, 9);
  });

  const impatient = fc.record({
    servers: fc.integer({ min: 1, max: 80 }),
    arrivalsPerSecond: fc.double({ min: 0.05, max: 40, noNaN: true }),
    serviceSeconds: fc.double({ min: 0.1, max: 3, noNaN: true }),
    patienceSeconds: fc.double({ min: 0.05, max: 300, noNaN: true }),
  });

  test("given for ever, exactly those are served who do not leave: the density and the states agree", () => {
    fc.assert(
      fc.property(impatient, (queue) => {
        const served = servedWithinShare(queue, Number.POSITIVE_INFINITY);
        expect(served).toBeCloseTo(1 - impatientQueue(queue).abandoned, 9);
      }),
    );
  });

  test("one server more, and nobody waits longer, nobody leaves more often, no fewer are served in time", () => {
    fc.assert(
      fc.property(impatient, fc.double({ min: 0, max: 30, noNaN: true }), (queue, seconds) => {
        const more = { ...queue, servers: queue.servers + 1 };
        const [before, after] = [impatientQueue(queue), impatientQueue(more)];
        expect(after.waits).toBeLessThanOrEqual(before.waits + 1e-12);
        expect(after.abandoned).toBeLessThanOrEqual(before.abandoned + 1e-12);
        expect(servedWithinShare(more, seconds)).toBeGreaterThanOrEqual(
          servedWithinShare(queue, seconds) - 1e-9,
        );
      }),
    );
  });
});

test("one server more, and nobody is turned away or waits more often", () => {
  fc.assert(
    fc.property(servers, load, (c, a) => {
      expect(blockedShare(c + 1, a)).toBeLessThanOrEqual(blockedShare(c, a));
      const [before, after] = [waitingQueue(c, a, 5), waitingQueue(c + 1, a, 5)];
      expect(after.waits).toBeLessThanOrEqual(before.waits);
      expect(after.meanWaitSeconds ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
        before.meanWaitSeconds ?? Number.POSITIVE_INFINITY,
      );
      expect(after.waitSeconds.p99 ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
        before.waitSeconds.p99 ?? Number.POSITIVE_INFINITY,
      );
    }),
  );
});
