import { decideScaling, scalingQuestionSchema } from "@/modules/capacity/client";
import { defineVerb } from "../verb";

export const scalingDecide = defineVerb({
  group: "scaling",
  verb: "decide",
  summary: "What the engine that carries our policy out (Kubernetes' HPA, KEDA) would do now.",
  input: scalingQuestionSchema,
  example: {
    replicas: 3,
    max: 10,
    metrics: [
      {
        kind: "utilization",
        target: 70,
        pods: [
          { used: 0.9, requested: 1 },
          { used: 1.1, requested: 1 },
          { used: 0.2, requested: 1, state: "starting" },
        ],
      },
      { kind: "total", target: 100, value: 320 },
    ],
    history: { changes: [{ secondsAgo: 10, by: 1 }] },
  },
  answer: (question) => decideScaling(question),
});
