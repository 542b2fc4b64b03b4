import { readFileSync } from "node:fs";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import * as z from "zod";
import { workerRules } from "@/modules/capacity/client";
import { parts } from "@/platform/env";
import { limits } from "@/platform/limits";
import { queues } from "@/platform/queues/registry";
import { manifestText } from "./kubernetes/models/manifests";
import { outputs } from "./outputs";
import { tierNames, topologyOf } from "./topology/description";
import { withTopologyTable } from "./topology/docs-table";

test.each(outputs())("$path is as it was written; if not: npm run generate", ({ path, text }) => {
  expect(readFileSync(path, "utf8")).toBe(text);
});

test("docs/deployment.md shows what runs; if not: npm run generate", () => {
  const text = readFileSync("docs/deployment.md", "utf8");
  expect(withTopologyTable(text)).toBe(text);
  expect(text).toContain("| small | web |");
});

describe("the description holds the founding tables", () => {
  test.each(tierNames)("the processes of %s take what their row has, and no more", (tier) => {
    const { parts: all } = topologyOf(tier);
    const workers = all.filter(({ kind }) => kind === "worker");
    const sum = (of: "cpu" | "memoryMb") =>
      workers.reduce((total, { count, share }) => total + count * share[of], 0);
    const rows = { small: [1, 1], medium: [4, 4], large: [8, 8] } as const;
    const [cpu, memoryGb] = rows[tier];
    expect(sum("cpu")).toBeLessThanOrEqual(cpu);
    expect(sum("cpu")).toBeGreaterThan(cpu * 0.99);
    expect(sum("memoryMb")).toBeLessThanOrEqual(memoryGb * 1024);
  });

  test("every queue has a worker at every tier, and the founding three their bounds", () => {
    for (const tier of tierNames) {
      const workers = topologyOf(tier).parts.filter(({ kind }) => kind === "worker");
      if (workers.every((worker) => worker.queues.length === 0)) continue;
      const served = workers.flatMap((worker) => worker.queues);
      expect(served.toSorted()).toEqual(Object.keys(queues).toSorted());
      for (const [lead, rule] of Object.entries(workerRules)) {
        const own = workers.find((worker) => worker.queues[0] === lead);
        expect([own?.count, own?.countMax]).toEqual([rule.replicasBase, rule.replicasMax]);
      }
    }
  });

  test("a store of several purposes evicts nothing", () => {
    for (const store of tierNames.flatMap((tier) => topologyOf(tier).stores))
      if (store.purposes.length > 1 || !store.purposes.includes("cache"))
        expect(store.policy).toBe("noeviction");
  });
});

const manifestSchema = z.object({
  kind: z.string(),
  metadata: z.object({ name: z.string() }),
  spec: z.looseObject({}),
});
type Manifest = z.output<typeof manifestSchema>;

const manifestsIn = (tier: string): Manifest[] =>
  outputs()
    .filter(({ path }) => path.startsWith(`deploy/kubernetes/${tier}/`))
    .flatMap(({ text }) => parseAllDocuments(text))
    .map((document) => manifestSchema.parse(document.toJS()));

const containerSchema = z.object({
  env: z.array(z.object({ name: z.string(), value: z.string().optional() })).default([]),
  resources: z.object({ requests: z.object({ cpu: z.string() }) }),
  readinessProbe: z.object({}).optional(),
});
const podSchema = z.object({
  template: z.object({
    spec: z.object({
      terminationGracePeriodSeconds: z.number().optional(),
      containers: z.tuple([containerSchema]),
    }),
  }),
});

describe("the manifests (checked, not run: there is no cluster here)", () => {
  test("one that misses what its schema demands is refused", () => {
    const broken = new HorizontalPodAutoscaler({
      metadata: { name: "web" },
      spec: { maxReplicas: 0, scaleTargetRef: { kind: "Deployment", name: "web" } },
    });
    Reflect.deleteProperty(Object(broken.spec), "scaleTargetRef");
    const written = () => manifestText({ file: "x", models: [{ says: "", model: broken }] });
    expect(written).toThrow(/scaleTargetRef/);
  });

  test.each(tierNames)("of %s name only variables that the processes know", (tier) => {
    const known = new Set<string>(Object.values(parts).flatMap((part) => Object.keys(part)));
    // The operator's own secret, which the addresses of the database name.
    known.add("DATABASE_PASSWORD");
    for (const { kind, metadata, spec } of manifestsIn(tier)) {
      if (kind !== "Deployment" && kind !== "Job") continue;
      const [container] = podSchema.parse(spec).template.spec.containers;
      for (const { name } of container.env) expect(known, metadata.name).toContain(name);
    }
  });

  test.each(tierNames)("of %s hold no secret, and give a process time to drain", (tier) => {
    for (const { kind, metadata, spec } of manifestsIn(tier)) {
      if (kind !== "Deployment") continue;
      const pod = podSchema.parse(spec).template.spec;
      expect((pod.terminationGracePeriodSeconds ?? 0) * 1_000).toBeGreaterThan(limits.drainMsMax);
      const [{ env, readinessProbe }] = pod.containers;
      expect(readinessProbe, metadata.name).toBeDefined();
      for (const { name, value } of env)
        if (/SECRET|PASSWORD|TOKEN/.test(name)) expect(value, name).toBeUndefined();
    }
  });

  test("affinity is for sockets alone", () => {
    const ingresses = outputs()
      .filter(({ path }) => path.endsWith("medium/3-product.yaml"))
      .flatMap(({ text }) => text.split("---\n"))
      .filter((text) => text.includes("kind: Ingress"));
    expect(ingresses).toHaveLength(2);
    const sticky = ingresses.filter((text) => text.includes("affinity: cookie"));
    expect(sticky).toHaveLength(1);
    expect(sticky[0]).toContain("path: /socket.io/");
  });

  test("each queue has its trigger, with the number of its registry", () => {
    const text = outputs().find(({ path }) => path.endsWith("large/4-scaling.yaml"))?.text ?? "";
    for (const [name, { scaleOnWaiting }] of Object.entries(queues))
      expect(text).toContain(
        `valueLocation: queues.${name}.waiting\n        targetValue: "${scaleOnWaiting}"`,
      );
  });
});
