import type { StepPolicy } from "../step-policy";

const numbers = new Intl.NumberFormat("en");
const minutesOf = (seconds: number) =>
  seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;

const metricWords: Readonly<Record<string, string>> = {
  cpu: "CPU",
  connections: "sockets a server",
};

/** A policy as one reads it aloud. */
export function policyWords({ metric, min, max, scaleUp, scaleDown }: StepPolicy): string {
  const what = metricWords[metric] ?? "jobs waiting";
  const unit = metric === "cpu" ? "%" : "";
  const up = `one more when ${what} stands above ${numbers.format(scaleUp.above)}${unit} for ${minutesOf(scaleUp.forSeconds)}, then a rest of ${minutesOf(scaleUp.cooldownSeconds)}`;
  const down =
    scaleDown === undefined
      ? "never one fewer"
      : `one fewer below ${numbers.format(scaleDown.below)}${unit} for ${minutesOf(scaleDown.forSeconds)}, then a rest of ${minutesOf(scaleDown.cooldownSeconds)}`;
  return `From ${min} to ${max}: ${up}; ${down}.`;
}

/** What the engines that carry a policy out in a cluster cannot say of it. */
export const engineLimits: readonly { readonly engine: string; readonly says: string }[] = [
  {
    engine: "HPA",
    says: "It aims at one value. It has no threshold of its own for going down, so it takes a server away as soon as the load would fit fewer for the whole window.",
  },
  {
    engine: "HPA",
    says: "It has no cooldown: one pod a period stands for it.",
  },
  {
    engine: "HPA",
    says: "“For so long” becomes a stabilisation window, which takes the most cautious proposal of that time and not an unbroken stretch.",
  },
  {
    engine: "HPA",
    says: "Within 10 % of its target it does nothing; our thresholds are exact.",
  },
  {
    engine: "KEDA",
    says: "It asks for waiting jobs / target workers at once; only the bound of one pod a period makes a step of it.",
  },
  {
    engine: "KEDA",
    says: "The workers of all queues are one deployment there: the queue that asks for most decides.",
  },
  {
    engine: "Both",
    says: "Neither keeps a version, a reason or who changed it: a policy changed here is written into the manifests by hand.",
  },
];
