import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { Job } from "kubernetes-models/batch/v1/Job";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { Service } from "kubernetes-models/v1/Service";
import { limits } from "@/platform/limits";
import type { Part, Topology } from "../../topology/description";
import { heapMbMax, partEnvironment } from "../../topology/environment";
import { nodeFlags } from "../../topology/node-flags";
import {
  environmentOf,
  kindLabel,
  labelsOf,
  podSecurity,
  productContainer,
  resourcesOf,
  selectorOf,
} from "./engine";

const probe = (path: string, port: number) => ({ httpGet: { path, port } });
const graceSeconds = limits.drainMsMax / 1_000 + 5;

export function deploymentOf(topology: Topology, part: Part): Deployment {
  const { name, kind, port, mailPort } = part;
  const own = Object.entries(partEnvironment(part)).map(([key, value]) => ({ name: key, value }));
  return new Deployment({
    metadata: { name, labels: labelsOf(name) },
    spec: {
      // Where an autoscaler rules, it says how many: a number here would undo it at each rollout.
      ...(part.scaling === null ? { replicas: part.count } : {}),
      selector: { matchLabels: selectorOf(name) },
      // The new one answers before an old one goes, also where there is only one.
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      template: {
        metadata: { labels: { ...labelsOf(name), [kindLabel]: kind } },
        spec: {
          terminationGracePeriodSeconds: graceSeconds,
          securityContext: podSecurity,
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: "kubernetes.io/hostname",
              whenUnsatisfiable: "ScheduleAnyway",
              labelSelector: { matchLabels: selectorOf(name) },
            },
          ],
          containers: [
            {
              name: kind,
              ...productContainer,
              args: [...nodeFlags, `--max-old-space-size=${heapMbMax(part)}`, `.build/${kind}.js`],
              env: [
                ...environmentOf(topology),
                ...own,
                { name: "PROCESS_ID", valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
              ],
              ports: [
                { name: "http", containerPort: port },
                ...(mailPort === null ? [] : [{ name: "smtp", containerPort: mailPort }]),
              ],
              startupProbe: {
                ...probe("/health/live", port),
                periodSeconds: 2,
                failureThreshold: 60,
              },
              livenessProbe: {
                ...probe("/health/live", port),
                periodSeconds: 10,
                timeoutSeconds: 5,
                failureThreshold: 6,
              },
              readinessProbe: {
                ...probe("/health/ready", port),
                periodSeconds: 2,
                timeoutSeconds: limits.readyCheckMsMax / 1_000 + 1,
                failureThreshold: 2,
              },
              // Its address leaves the load balancers before it stops accepting.
              lifecycle: { preStop: { sleep: { seconds: 3 } } },
              resources: resourcesOf(part.share, part.limit),
            },
          ],
        },
      },
    },
  });
}

export function serviceOf(name: string, port: number): Service {
  return new Service({
    metadata: { name, labels: labelsOf(name) },
    spec: { selector: selectorOf(name), ports: [{ name: "http", port: 80, targetPort: port }] },
  });
}

/** Where other mail servers hand mail over to the workers that read it. */
export function mailServiceOf({ name, mailPort }: Part): Service[] {
  if (mailPort === null) return [];
  return [
    new Service({
      metadata: { name: "mail", labels: labelsOf("mail") },
      spec: {
        selector: selectorOf(name),
        ports: [{ name: "smtp", port: 25, targetPort: mailPort }],
      },
    }),
  ];
}

/** At least one process of a part stays while nodes are emptied; with one alone it would block that. */
export function budgetOf({ name, count }: Part): PodDisruptionBudget[] {
  if (count < 2) return [];
  return [
    new PodDisruptionBudget({
      metadata: { name, labels: labelsOf(name) },
      spec: { maxUnavailable: 1, selector: { matchLabels: selectorOf(name) } },
    }),
  ];
}

/** Runs before the rollout: `kubectl wait --for=condition=complete job/migrate`. */
export function migrationOf(topology: Topology): Job {
  return new Job({
    metadata: { name: "migrate", labels: labelsOf("migrate") },
    spec: {
      backoffLimit: 5,
      ttlSecondsAfterFinished: 3_600,
      template: {
        metadata: { labels: labelsOf("migrate") },
        spec: {
          restartPolicy: "OnFailure",
          securityContext: podSecurity,
          containers: [
            {
              name: "migrate",
              ...productContainer,
              args: [".build/migrate.js"],
              env: [...environmentOf(topology), { name: "PROCESS_KIND", value: "script" }],
              resources: resourcesOf({ cpu: 0.1, memoryMb: 256 }, { cpu: 1, memoryMb: 512 }),
            },
          ],
        },
      },
    },
  });
}
