import { apiPolicy, simulate, simulationSchema } from "@/modules/capacity/client";
import { defineVerb } from "../verb";

const cpu = [40, 82, 85, 90, 88, 86, 84, 60];

export const scalingSimulate = defineVerb({
  group: "scaling",
  verb: "simulate",
  summary: "What one of our own scaling rules would have done over a trace.",
  input: simulationSchema,
  example: {
    policy: apiPolicy,
    replicas: 2,
    trace: cpu.map((value, minute) => ({ at: minute * 60, value })),
  },
  answer: ({ policy, replicas, trace }) => ({ steps: simulate(policy, replicas, trace) }),
});
