import { burnAlertRules, burnWindows } from "../figures/burn-windows";
import { type Objective, objectives } from "../figures/objectives";
import { type ObjectiveName, objectiveNames } from "../objectives";
import type { ToYaml } from "./openslo";
import { errorRatio } from "./queries";

const recorded = (window: string) => `insightdesk:objective_error:ratio_rate${window}`;

/** As many digits as the arithmetic has: 14.4 x 0.001 is 0.0144 and no more. */
const plain = (value: number) => Number(value.toPrecision(12));

function recordingRules(name: ObjectiveName) {
  return burnWindows.map((window) => ({
    record: recorded(window),
    labels: { objective: name },
    expr: errorRatio(name, window),
  }));
}

function alertsOf(name: ObjectiveName) {
  const { words, objective }: Objective = objectives[name];
  return burnAlertRules.flatMap(({ severity, long, short, threshold }) => {
    const share = plain(threshold * (1 - objective));
    // A share of bad events above 1 does not exist: such a rule could never fire.
    if (share >= 1) return [];
    const above = (window: string) => `${recorded(window)}{objective="${name}"} > ${share}`;
    return [
      {
        alert: "InsightDeskErrorBudgetBurns",
        expr: `${above(long)} and ${above(short)}`,
        labels: { objective: name, severity, window: long },
        annotations: {
          summary: `The error budget of "${words}" burns more than ${threshold} times as fast as it may.`,
          description: `Over ${long} and over ${short}. See /admin/objectives for what burns it.`,
        },
      },
    ];
  });
}

/** Prometheus' recording and alerting rules for every objective, with burn rates over pairs of windows. */
export function prometheusRules(toYaml: ToYaml): string {
  const groups = objectiveNames.map((name) => ({
    name: `insightdesk-objective-${name}`,
    rules: [...recordingRules(name), ...alertsOf(name)],
  }));
  return `# Written by npm run generate from the table of objectives: change it there.\n${toYaml({ groups })}`;
}
