import { ScaledObject } from "@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { manifestOf } from "./manifest";
import { foundingPolicy, scalingSubjects } from "./subjects";

test("each founding rule becomes a manifest that its engine's schema accepts", () => {
  for (const subject of scalingSubjects) {
    const text = manifestOf(subject, foundingPolicy(subject));
    const manifest = parse(text);
    const model =
      manifest.kind === "ScaledObject"
        ? new ScaledObject(manifest)
        : new HorizontalPodAutoscaler(manifest);
    model.validate();
    expect(text).toMatch(/^# What .* cannot say/);
  }
});

test("the web's rule keeps its numbers, and a rule that never goes down says so", () => {
  const policy = foundingPolicy("web");
  expect(parse(manifestOf("web", policy)).spec).toMatchObject({
    minReplicas: 2,
    maxReplicas: 10,
    metrics: [{ resource: { target: { averageUtilization: 70 } } }],
    behavior: {
      scaleUp: { stabilizationWindowSeconds: 120, policies: [{ value: 1, periodSeconds: 180 }] },
      scaleDown: { stabilizationWindowSeconds: 600, policies: [{ value: 1, periodSeconds: 300 }] },
    },
  });
  const { scaleDown: _down, ...upOnly } = policy;
  expect(parse(manifestOf("web", upOnly)).spec.behavior.scaleDown).toEqual({
    selectPolicy: "Disabled",
  });
});

test("realtime servers go by connections, workers by what waits in their queue", () => {
  const triggerOf = (subject: "realtime" | "notifications") =>
    parse(manifestOf(subject, foundingPolicy(subject))).spec.triggers[0].metadata;
  expect(triggerOf("realtime").valueLocation).toBe("connections");
  expect(triggerOf("notifications")).toMatchObject({
    valueLocation: "queues.notifications.waiting",
    targetValue: "500",
  });
});
