import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type QueueQuestion, solveImpatience, solveLoss, solveQueue, solveWait } from "./solve";

const calls = { arrivalsPerSecond: 0.1, serviceSeconds: 180 };

describe("with so many servers", () => {
  test("load is what comes times how long it takes, utilization what of it each is offered", () => {
    const answer = solveQueue({ model: "erlang-b", ...calls, servers: 20 });
    expect(answer).toMatchObject({ servers: 20, load: 18, utilization: 0.9 });
  });

  test("too few servers: everybody waits, nobody in time, and no mean or percentile exists", () => {
    expect(solveWait({ model: "erlang-c", ...calls, servers: 15, withinSeconds: 20 })).toEqual({
      servers: 15,
      load: 18,
      utilization: 1.2,
      stable: false,
      waits: 1,
      meanWaitSeconds: null,
      meanQueue: null,
      waitSeconds: { p50: null, p90: null, p95: null, p99: null },
      withinShare: 0,
    });
  });

  test("a share in time is told only of a time that was asked for", () => {
    const asked = { model: "erlang-c", ...calls, servers: 22 } as const;
    expect(solveWait(asked)?.withinShare).toBeNull();
    expect(solveWait({ ...asked, withinSeconds: 20 })?.withinShare).toBeCloseTo(0.8217, 4);
  });

  test("at night nobody comes and nobody waits", () => {
    const night = { arrivalsPerSecond: 0, serviceSeconds: 180, servers: 3 };
    expect(solveLoss({ model: "erlang-b", ...night })?.blocked).toBe(0);
    expect(solveWait({ model: "erlang-c", ...night, withinSeconds: 0 })).toMatchObject({
      waits: 0,
      meanWaitSeconds: 0,
      withinShare: 1,
    });
    expect(
      solveImpatience({ model: "erlang-a", ...night, patienceSeconds: 60, withinSeconds: 0 }),
    ).toMatchObject({ waits: 0, abandoned: 0, withinShare: 1 });
  });
});

describe("the fewest for a target", () => {
  test("80 % within 20 s of 18 erlangs takes 22 agents; one is enough for nobody", () => {
    const target = { withinSeconds: 20, share: 0.8 };
    expect(solveWait({ model: "erlang-c", ...calls, target })?.servers).toBe(22);
    const nobody = { arrivalsPerSecond: 0, serviceSeconds: 180, target };
    expect(solveWait({ model: "erlang-c", ...nobody })?.servers).toBe(1);
  });

  test("nobody busier than asked: 18 erlangs at three quarters takes 24", () => {
    const target = { withinSeconds: 20, share: 0.8, utilization: 0.75 };
    expect(solveWait({ model: "erlang-c", ...calls, target })?.servers).toBe(24);
    const impatient = { model: "erlang-a", ...calls, patienceSeconds: 60, target } as const;
    expect(solveImpatience(impatient)?.servers).toBe(24);
  });

  test("everybody, always, is what no number of servers reaches", () => {
    const everybody = { withinSeconds: 20, share: 1 };
    const impossible: QueueQuestion[] = [
      { model: "erlang-b", ...calls, target: { blocked: 0 } },
      { model: "erlang-c", ...calls, target: everybody },
      { model: "erlang-c", ...calls, target: { withinSeconds: 20, share: 0.8, utilization: 0 } },
      { model: "erlang-a", ...calls, patienceSeconds: 60, target: everybody },
    ];
    expect(impossible.map(solveQueue)).toEqual([null, null, null, null]);
  });

  test("the fewest reach the target, and one fewer does not", () => {
    const anyTarget = fc.record({
      arrivalsPerSecond: fc.double({ min: 0.01, max: 3, noNaN: true }),
      serviceSeconds: fc.double({ min: 1, max: 60, noNaN: true }),
      patienceSeconds: fc.double({ min: 5, max: 300, noNaN: true }),
      target: fc.record({
        withinSeconds: fc.double({ min: 0, max: 60, noNaN: true }),
        share: fc.double({ min: 0.05, max: 0.999, noNaN: true }),
      }),
    });
    fc.assert(
      fc.property(anyTarget, fc.boolean(), ({ target, patienceSeconds, ...given }, patient) => {
        const { withinSeconds } = target;
        const shareOf = (servers: number) =>
          patient
            ? solveWait({ model: "erlang-c", ...given, servers, withinSeconds })?.withinShare
            : solveImpatience({
                model: "erlang-a",
                ...given,
                patienceSeconds,
                servers,
                withinSeconds,
              })?.withinShare;
        const found = patient
          ? solveWait({ model: "erlang-c", ...given, target })
          : solveImpatience({ model: "erlang-a", ...given, patienceSeconds, target });
        const fewest = found?.servers ?? 0;
        expect(shareOf(fewest)).toBeGreaterThanOrEqual(target.share - 1e-12);
        if (fewest > 1) expect(shareOf(fewest - 1)).toBeLessThan(target.share);
      }),
    );
  });

  test("ten thousand servers are found without overflowing anything", () => {
    const target = { withinSeconds: 1, share: 0.95 };
    const large = { arrivalsPerSecond: 10_000, serviceSeconds: 1, target };
    expect(solveWait({ model: "erlang-c", ...large })?.servers).toBeGreaterThan(10_000);
    const staffed = solveImpatience({ model: "erlang-a", ...large, patienceSeconds: 30 });
    expect(staffed?.servers).toBeGreaterThan(9_000);
    expect(staffed?.withinShare).toBeGreaterThanOrEqual(0.95);
  });
});
