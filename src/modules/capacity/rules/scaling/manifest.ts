import type { StepPolicy } from "../step-policy";
import { isWorkerQueue, type ScalingSubject } from "./subjects";

/** One pod a step, as our own rule goes; a period stands for the cooldown. */
const behavior = (indent: string, { scaleUp, scaleDown }: StepPolicy) => {
  const side = (name: string, windowSeconds: number, periodSeconds: number) =>
    [
      `${name}:`,
      `  stabilizationWindowSeconds: ${Math.min(3_600, Math.round(windowSeconds))}`,
      "  selectPolicy: Max",
      "  policies:",
      `    - type: Pods`,
      `      value: 1`,
      `      periodSeconds: ${Math.min(1_800, Math.max(1, Math.round(periodSeconds)))}`,
    ].map((line) => `${indent}${line}`);
  const down =
    scaleDown === undefined
      ? [`${indent}scaleDown:`, `${indent}  selectPolicy: Disabled`]
      : side("scaleDown", scaleDown.forSeconds, scaleDown.cooldownSeconds);
  return [...side("scaleUp", scaleUp.forSeconds, scaleUp.cooldownSeconds), ...down];
};

const comment = (lines: readonly string[]) => lines.map((line) => `# ${line}`);

function hpa(policy: StepPolicy): string[] {
  const { min, max, scaleUp, scaleDown } = policy;
  return [
    ...comment([
      "What an HPA cannot say of this rule:",
      `- it aims at ${scaleUp.above} % and has no band: it goes down as soon as that load fits fewer pods for the`,
      `  whole window${scaleDown === undefined ? "" : `, and not at ${scaleDown.below} %`};`,
      "- a cooldown is one pod a period, which also lets the first step of a calm hour go at once;",
      "- per cent are of the CPU that a pod requests: request what its limit is.",
    ]),
    "apiVersion: autoscaling/v2",
    "kind: HorizontalPodAutoscaler",
    "metadata:",
    "  name: web",
    "spec:",
    "  scaleTargetRef:",
    "    apiVersion: apps/v1",
    "    kind: Deployment",
    "    name: web",
    `  minReplicas: ${Math.max(1, min)}`,
    `  maxReplicas: ${max}`,
    "  metrics:",
    "    - type: Resource",
    "      resource:",
    "        name: cpu",
    "        target:",
    "          type: Utilization",
    `          averageUtilization: ${Math.max(1, Math.round(scaleUp.above))}`,
    "  behavior:",
    ...behavior("    ", policy),
  ];
}

interface Source {
  readonly name: string;
  readonly deployment: string;
  readonly valueLocation: string;
  readonly what: string;
}

function sourceOf(subject: ScalingSubject): Source {
  if (!isWorkerQueue(subject)) {
    const valueLocation = "connections";
    return { name: subject, deployment: subject, valueLocation, what: "open connections" };
  }
  const [name, valueLocation] = [`worker-${subject}`, `queues.${subject}.waiting`];
  return { name, deployment: "worker", valueLocation, what: "waiting jobs" };
}

function keda({ name, deployment, valueLocation, what }: Source, policy: StepPolicy): string[] {
  const { min, max, scaleUp } = policy;
  return [
    ...comment([
      "What KEDA cannot say of this rule:",
      `- it asks for ${what} / ${scaleUp.above} pods, which is not one more while there are more than that;`,
      "- it does not know why a pod was added: the decisions with their reasons are on the scaling page alone;",
      "- what one deployment does for several reasons takes all their triggers into one ScaledObject.",
    ]),
    "apiVersion: keda.sh/v1alpha1",
    "kind: ScaledObject",
    "metadata:",
    `  name: ${name}`,
    "spec:",
    "  scaleTargetRef:",
    `    name: ${deployment}`,
    `  minReplicaCount: ${min}`,
    `  maxReplicaCount: ${max}`,
    "  pollingInterval: 15",
    "  fallback:",
    "    failureThreshold: 4",
    `    replicas: ${Math.max(1, min)}`,
    "  advanced:",
    "    horizontalPodAutoscalerConfig:",
    "      behavior:",
    ...behavior("        ", policy),
    "  triggers:",
    "    - type: metrics-api",
    "      metricType: AverageValue",
    "      metadata:",
    "        url: http://worker-internal/internal/scaling",
    `        valueLocation: ${valueLocation}`,
    `        targetValue: "${Math.max(1, Math.round(scaleUp.above))}"`,
    "        authMode: bearer",
    "      authenticationRef:",
    "        name: insightdesk-internal",
  ];
}

/** A rule as a cluster's engine takes it, above it in plain words what is lost on the way. */
export function manifestOf(subject: ScalingSubject, policy: StepPolicy): string {
  const lines = subject === "web" ? hpa(policy) : keda(sourceOf(subject), policy);
  return `${lines.join("\n")}\n`;
}
