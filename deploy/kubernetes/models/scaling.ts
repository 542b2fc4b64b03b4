import { ScaledObject } from "@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject";
import { TriggerAuthentication } from "@kubernetes-models/keda/keda.sh/v1alpha1/TriggerAuthentication";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import { workerPolicy } from "@/modules/capacity/client";
import { queues } from "@/platform/queues/registry";
import type { Part } from "../../topology/description";
import { labelsOf, secretName } from "./engine";

/** A manifest and the words that stand above it in the file. */
export type Said = {
  readonly says: string;
  readonly model: { toJSON(): unknown; validate(): void };
};

const onePodEvery = (periodSeconds: number) => ({
  selectPolicy: "Max",
  policies: [{ type: "Pods", value: 1, periodSeconds }],
});

function webScaling({ name, count, countMax, scaling }: Part): Said[] {
  if (scaling?.signal !== "cpu") return [];
  const { scaleUp, scaleDown } = scaling.policy;
  const down = scaleDown ?? scaleUp;
  const model = new HorizontalPodAutoscaler({
    metadata: { name, labels: labelsOf(name) },
    spec: {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name },
      minReplicas: count,
      maxReplicas: countMax,
      metrics: [
        {
          type: "Resource",
          resource: {
            name: "cpu",
            target: { type: "Utilization", averageUtilization: scaleUp.above },
          },
        },
      ],
      behavior: {
        scaleUp: {
          stabilizationWindowSeconds: scaleUp.forSeconds,
          ...onePodEvery(scaleUp.cooldownSeconds),
        },
        scaleDown: {
          stabilizationWindowSeconds: down.forSeconds,
          ...onePodEvery(down.cooldownSeconds),
        },
      },
    },
  });
  const says = `The founding rule: up at ${scaleUp.above} % for ${scaleUp.forSeconds / 60} min, cooldown ${scaleUp.cooldownSeconds / 60} min; down at 30 % for ${down.forSeconds / 60} min, cooldown ${down.cooldownSeconds / 60} min.
An HPA cannot say it exactly: it aims at one value, so it goes down as soon as the load of ${scaleUp.above} % would
fit fewer pods for the whole window (with two pods at 35 %, with ten at 63 %) and not at 30 %. Windows stand
for the durations, one pod a period for the cooldowns. Per cent are of what is requested, which is
the limit: the share of a process's allotted cores.`;
  return [{ says, model }];
}

/** KEDA asks a worker: any of them knows the whole. */
function trigger(valueLocation: string, targetValue: number) {
  return {
    type: "metrics-api",
    metricType: "AverageValue",
    metadata: {
      url: "http://worker-internal/internal/scaling",
      valueLocation,
      targetValue: String(targetValue),
      activationTargetValue: "0",
      authMode: "bearer",
    },
    authenticationRef: { name: "insightdesk-internal" },
  };
}

function scaledObject(
  part: Part,
  triggers: ReturnType<typeof trigger>[],
  down: number,
  up: number,
) {
  return new ScaledObject({
    metadata: { name: part.name, labels: labelsOf(part.name) },
    spec: {
      scaleTargetRef: { name: part.name },
      minReplicaCount: part.count,
      maxReplicaCount: part.countMax,
      pollingInterval: 15,
      // When nobody can say how much waits, as many as the founding base go on.
      fallback: { failureThreshold: 4, replicas: part.count },
      advanced: {
        horizontalPodAutoscalerConfig: {
          behavior: {
            scaleUp: { stabilizationWindowSeconds: 30, ...onePodEvery(up) },
            scaleDown: { stabilizationWindowSeconds: down, ...onePodEvery(down) },
          },
        },
      },
      triggers,
    },
  });
}

function workerScaling(part: Part): Said[] {
  if (part.scaling?.signal !== "waiting") return [];
  // The times are the same for every queue.
  const { scaleUp, scaleDown } = workerPolicy("sla-checks");
  const up = scaleUp.cooldownSeconds;
  const down = scaleDown?.cooldownSeconds ?? up;
  const triggers = part.scaling.queues.map((queue) =>
    trigger(`queues.${queue}.waiting`, queues[queue].scaleOnWaiting),
  );
  const says = `${part.count} to ${part.countMax} processes by jobs that wait (waiting and prioritised, never delayed).
The founding rule adds one when more than so many wait; KEDA asks for waiting / target pods, and one
pod a period makes a step of it. The rule for going down is ours (docs/decisions/0020).`;
  return [{ says, model: scaledObject(part, triggers, down, up) }];
}

function realtimeScaling(part: Part): Said[] {
  if (part.scaling?.signal !== "connections") return [];
  const triggers = [trigger("connections", part.scaling.perServer)];
  const says = `By connections: ${part.scaling.perServer} a server, 70 % of what one accepts. Going down is slow, because each
step sends a server's sockets elsewhere.`;
  return [{ says, model: scaledObject(part, triggers, 600, 60) }];
}

/** Who scales what, and the key to the figures. */
export function scalingOf(parts: readonly Part[]): Said[] {
  const all = parts.flatMap((part) => [
    ...webScaling(part),
    ...realtimeScaling(part),
    ...workerScaling(part),
  ]);
  if (all.length === 0) return [];
  const key = new TriggerAuthentication({
    metadata: { name: "insightdesk-internal", labels: labelsOf("internal") },
    spec: { secretTargetRef: [{ parameter: "token", name: secretName, key: "internal-token" }] },
  });
  return [{ says: "The key to /internal/scaling.", model: key }, ...all];
}
