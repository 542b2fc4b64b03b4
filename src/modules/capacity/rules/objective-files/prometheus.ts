import { burnAlertRules, burnWindows } from "../figures/burn-windows";
import {
  type Objective,
  type ObjectiveName,
  objectiveNames,
  objectiveOf,
} from "../figures/objectives";
import type { FigureSet } from "../figures/set";
import { type ToYaml, writtenBy } from "./openslo";
import { errorRatio } from "./queries";

const recorded = (window: string) => `insightdesk:objective_error:ratio_rate${window}`;

/** As many digits as the arithmetic has: 14.4 x 0.001 is 0.0144 and no more. */
const plain = (value: number) => Number(value.toPrecision(12));

function recordingRules(name: ObjectiveName, objective: Objective) {
  return burnWindows.map((window) => ({
    record: recorded(window),
    labels: { objective: name },
    expr: errorRatio(name, objective, window),
  }));
}

function alertsOf(name: ObjectiveName, { words, objective }: Objective) {
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
export function prometheusRules(toYaml: ToYaml, set?: FigureSet): string {
  const groups = objectiveNames.map((name) => {
    const objective = objectiveOf(name, set);
    return {
      name: `insightdesk-objective-${name}`,
      rules: [...recordingRules(name, objective), ...alertsOf(name, objective)],
    };
  });
  return writtenBy(set) + toYaml({ groups });
}
