import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BurnQuestion, burnOf } from "./burn";
import { burnAlertRules, burnWindowMinutes } from "./figures/burn-windows";

const three: Pick<BurnQuestion, "objective" | "windowDays"> = { objective: 0.999, windowDays: 30 };

describe("the Site Reliability Workbook, chapter 5", () => {
  test("99.9 % over 30 days forgives 43.2 minutes", () => {
    expect(burnOf(three).budgetMinutes).toBe(43.2);
    expect(burnOf({ objective: 0.9999, windowDays: 30 }).budgetMinutes).toBeCloseTo(4.32, 12);
  });

  // Table 5-4, "Burn rates and time to complete budget exhaustion".
  test.each([
    [0.001, 1, 30 * 1_440],
    [0.002, 2, 15 * 1_440],
    [0.01, 10, 3 * 1_440],
    [1, 1_000, 43.2],
  ])("an error ratio of %d burns at %d", (errorRatio, burnRate, minutes) => {
    const burn = burnOf({ ...three, errorRatio });
    expect(burn.burnRate).toBeCloseTo(burnRate, 9);
    expect(burn.exhaustedInMinutes).toBeCloseTo(minutes, 6);
  });

  test("the thresholds stand for 2 % of the budget in 1 h, 5 % in 6 h and 10 % in 3 days", () => {
    const spent = burnAlertRules.map(
      (rule) => (rule.threshold * burnWindowMinutes[rule.long]) / (30 * 1_440),
    );
    expect(spent.map((share) => Number(share.toFixed(9)))).toEqual([0.02, 0.05, 0.1]);
  });
});

describe("counted events", () => {
  test("400 bad of a million at 99.9 % have spent two fifths of the budget", () => {
    const burn = burnOf({ ...three, good: 999_600, total: 1_000_000 });
    expect(burn.budgetSpent).toBeCloseTo(0.4, 12);
    expect(burn.burnRate).toBeCloseTo(0.4, 12);
  });

  test("where nothing burns nothing is ever exhausted, and no events burn nothing", () => {
    expect(burnOf({ ...three, errorRatio: 0 }).exhaustedInMinutes).toBeNull();
    expect(burnOf({ ...three, good: 0, total: 0 })).toMatchObject({ burnRate: 0, budgetSpent: 0 });
  });

  test("what was not given is null, not 0", () => {
    expect(burnOf(three)).toEqual({
      budgetMinutes: 43.2,
      burnRate: null,
      budgetSpent: null,
      exhaustedInMinutes: null,
      burn: null,
      alerts: null,
    });
  });
});

describe("alerts", () => {
  const firing = (ratios: BurnQuestion["ratios"]) =>
    burnOf({ ...three, ratios }).alerts?.map((alert) => alert.firing);

  test("a page needs both its windows: what is over does not wake anybody", () => {
    const calm = { "5m": 0, "30m": 0, "1h": 0, "6h": 0, "3d": 0 };
    expect(firing({ ...calm, "1h": 0.02, "5m": 0.02 })).toEqual([true, false, false]);
    expect(firing({ ...calm, "1h": 0.02, "5m": 0.001 })).toEqual([false, false, false]);
    expect(firing({ ...calm, "6h": 0.007, "30m": 0.007 })).toEqual([false, true, false]);
    expect(firing({ ...calm, "3d": 0.0011, "6h": 0.0011 })).toEqual([false, false, true]);
  });

  test("exactly at the threshold is not above it, whatever the machine's last digit says", () => {
    for (const objective of [0.9, 0.95, 0.99, 0.995, 0.999, 0.9999]) {
      const ratio = 14.4 * (1 - objective);
      if (ratio > 1) continue;
      const ratios = { "1h": ratio, "5m": ratio };
      expect(burnOf({ objective, windowDays: 30, ratios }).alerts?.[0]?.firing).toBe(false);
    }
  });

  test("a window that nobody measured leaves it open, unless the other settles it", () => {
    expect(firing({ "1h": 0.02 })).toEqual([null, null, null]);
    expect(firing({ "1h": 0.001, "6h": 0.0001 })).toEqual([false, false, false]);
  });
});

test("twice the errors burn twice as fast and are over in half the time", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.5, max: 0.99999, noNaN: true }),
      fc.double({ min: 1e-6, max: 0.5, noNaN: true }),
      (objective, errorRatio) => {
        const [once, twice] = [errorRatio, 2 * errorRatio].map((ratio) =>
          burnOf({ objective, windowDays: 28, errorRatio: ratio }),
        );
        expect((twice?.burnRate ?? 0) / (once?.burnRate ?? 1)).toBeCloseTo(2, 9);
        expect((once?.exhaustedInMinutes ?? 0) / (twice?.exhaustedInMinutes ?? 1)).toBeCloseTo(
          2,
          9,
        );
      },
    ),
  );
});
