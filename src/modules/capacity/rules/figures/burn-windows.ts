/**
 * The windows over which a burn rate is watched and the pairs that raise an alert, as the Site
 * Reliability Workbook recommends for a 99.9 % objective over 30 days (chapter 5, table 5-8): the
 * long window says that it matters, the short one that it still goes on.
 */
export const burnWindows = ["5m", "30m", "1h", "6h", "3d"] as const;
export type BurnWindow = (typeof burnWindows)[number];

export const burnWindowMinutes: Readonly<Record<BurnWindow, number>> = {
  "5m": 5,
  "30m": 30,
  "1h": 60,
  "6h": 360,
  "3d": 4_320,
};

export interface BurnAlertRule {
  readonly severity: "page" | "ticket";
  readonly long: BurnWindow;
  readonly short: BurnWindow;
  /** How many times faster than sustainable the budget burns when this fires. */
  readonly threshold: number;
}

export const burnAlertRules: readonly BurnAlertRule[] = [
  { severity: "page", long: "1h", short: "5m", threshold: 14.4 },
  { severity: "page", long: "6h", short: "30m", threshold: 6 },
  { severity: "ticket", long: "3d", short: "6h", threshold: 1 },
];
