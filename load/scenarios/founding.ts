/**
 * The founding document's load scenarios as data: k6 takes them as they are, and `npm run load` runs
 * the same with executors of its own. Nothing here may import more than k6 could load.
 */
export type Stage = { duration: string; target: number };

export type Scenario =
  | { executor: "constant-vus"; vus: number; duration: string }
  | { executor: "ramping-vus"; startVUs: number; stages: Stage[] }
  | {
      executor: "constant-arrival-rate";
      rate: number;
      timeUnit: "1m";
      duration: string;
      preAllocatedVUs: number;
      maxVUs: number;
    };

/** How many requests a visit makes on the average (journeys.ts); its test counts them. */
export const requestsPerVisit = 3.2;

/** A row's requests a minute, come what may: the open model, in which nobody waits for a slow server. */
const row = (requestsPerMinute: number, duration = "10m"): Scenario => ({
  executor: "constant-arrival-rate",
  rate: Math.round(requestsPerMinute / requestsPerVisit),
  timeUnit: "1m",
  duration,
  preAllocatedVUs: 50,
  maxVUs: 2_000,
});

export const scenarios = {
  smoke: { executor: "constant-vus", vus: 5, duration: "1m" },
  load: {
    executor: "ramping-vus",
    startVUs: 0,
    stages: [
      { duration: "5m", target: 100 },
      { duration: "10m", target: 100 },
      { duration: "5m", target: 0 },
    ],
  },
  stress: {
    executor: "ramping-vus",
    startVUs: 0,
    stages: [
      { duration: "2m", target: 200 },
      { duration: "5m", target: 200 },
      { duration: "2m", target: 400 },
      { duration: "5m", target: 400 },
      { duration: "2m", target: 0 },
    ],
  },
  /** Beside the document's three: the requests of its rows Small and Medium. */
  small: row(500),
  medium: row(5_000),
  /** An hour of the row Small: whether memory grows with time. */
  soak: row(500, "60m"),
} satisfies Record<string, Scenario>;
export type ScenarioName = keyof typeof scenarios;

export const thresholds: Record<string, string[]> = {
  http_req_duration: ["p(95)<300", "p(99)<500"],
  http_req_failed: ["rate<0.01"],
};

/** What a person does between two requests: they read. */
export const thinkMs = { min: 500, max: 1_500 } as const;
