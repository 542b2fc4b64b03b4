/** What an admin may ask of the load lab: a closed list, so that no run can be pointed anywhere. */
export const labScenarios = {
  smoke: { label: "Smoke", does: "5 visitors", minutes: 1 },
  load: { label: "Load", does: "up to 100 visitors, and down again", minutes: 20 },
  stress: { label: "Stress", does: "up to 400 visitors, and down again", minutes: 16 },
  small: { label: "Small", does: "500 requests a minute, come what may", minutes: 10 },
  medium: { label: "Medium", does: "5,000 requests a minute, come what may", minutes: 10 },
} as const;
export type LabScenario = keyof typeof labScenarios;

const isScenario = (name: string): name is LabScenario => name in labScenarios;
export const labScenarioNames: readonly LabScenario[] =
  Object.keys(labScenarios).filter(isScenario);

/** The same course in less time. */
export const labScales = [0.1, 0.25, 1] as const;
export const labTickets = [1_000, 20_000, 100_000, 1_000_000] as const;
export const labProcessesMax = 4;

export type LabOptions = {
  readonly scenario: LabScenario;
  readonly minutesScale: (typeof labScales)[number];
  readonly tickets: (typeof labTickets)[number];
  readonly webs: number;
  readonly realtimes: number;
  readonly workers: number;
};

export const labLengthMs = ({ scenario, minutesScale }: LabOptions): number =>
  labScenarios[scenario].minutes * 60_000 * minutesScale;
