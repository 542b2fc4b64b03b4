import { burnAlertRules } from "../figures/burn-windows";
import { type ObjectiveName, objectiveNames, objectiveOf } from "../figures/objectives";
import type { FigureSet } from "../figures/set";
import { goodRate, totalRate } from "./queries";

const apiVersion = "openslo/v1";
const idOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const prometheus = (query: string) => ({ metricSource: { type: "Prometheus", spec: { query } } });

const service = {
  apiVersion,
  kind: "Service",
  metadata: { name: "insightdesk", displayName: "InsightDesk" },
  spec: { description: "The helpdesk as its customers and agents meet it." },
};

const policyOf = ({ severity, long, threshold }: (typeof burnAlertRules)[number]) =>
  `${severity}-burn-${String(threshold).replace(".", "-")}-over-${long}`;

/** OpenSLO knows one window a condition: the long one says that it matters, the short one that it lasts. */
const policies = burnAlertRules.map((rule) => ({
  apiVersion,
  kind: "AlertPolicy",
  metadata: { name: policyOf(rule) },
  spec: {
    description: `The budget burns more than ${rule.threshold} times as fast as it may.`,
    alertWhenBreaching: true,
    alertWhenResolved: true,
    alertWhenNoData: false,
    conditions: [
      {
        kind: "AlertCondition",
        metadata: { name: `${policyOf(rule)}-condition` },
        spec: {
          severity: rule.severity,
          condition: {
            kind: "burnrate",
            op: "gt",
            threshold: rule.threshold,
            lookbackWindow: rule.long,
            alertAfter: rule.short,
          },
        },
      },
    ],
    notificationTargets: [],
  },
}));

function sloOf(name: ObjectiveName, set: FigureSet | undefined) {
  const promise = objectiveOf(name, set);
  const { words, objective, windowDays } = promise;
  return {
    apiVersion,
    kind: "SLO",
    metadata: { name: idOf(name), displayName: words },
    spec: {
      service: "insightdesk",
      indicator: {
        metadata: { name: `${idOf(name)}-events` },
        spec: {
          ratioMetric: {
            counter: true,
            good: prometheus(goodRate(name, promise, `${windowDays}d`)),
            total: prometheus(totalRate(name, `${windowDays}d`)),
          },
        },
      },
      timeWindow: [{ duration: `${windowDays}d`, isRolling: true }],
      budgetingMethod: "Occurrences",
      objectives: [{ displayName: words, target: objective }],
      alertPolicies: burnAlertRules.map(policyOf),
    },
  };
}

/** Writes one document as YAML: by the library of whoever asks. */
export type ToYaml = (document: unknown) => string;

/** The first line: whoever changes the file by hand loses the change with the next one. */
export const writtenBy = (set: FigureSet | undefined): string =>
  set === undefined
    ? "# Written by npm run generate from the table of objectives: change it there.\n"
    : "# Written by InsightDesk from the objectives that count there: change them on its admin pages.\n";

/** Every objective as OpenSLO, with the queries that count its events. */
export function openSlo(toYaml: ToYaml, set?: FigureSet): string {
  const slos = objectiveNames.map((name) => sloOf(name, set));
  const documents = [service, ...policies, ...slos];
  return writtenBy(set) + documents.map((document) => toYaml(document)).join("---\n");
}
