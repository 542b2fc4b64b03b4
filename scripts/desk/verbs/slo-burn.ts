import { burnOf, burnQuestionSchema } from "@/modules/capacity/client";
import { defineVerb } from "../verb";

export const sloBurn = defineVerb({
  group: "slo",
  verb: "burn",
  summary: "How fast an error budget burns, when it is gone, and which alerts fire.",
  input: burnQuestionSchema,
  example: {
    objective: 0.999,
    windowDays: 30,
    good: 999_400,
    total: 1_000_000,
    ratios: { "5m": 0.02, "30m": 0.008, "1h": 0.016, "6h": 0.005, "3d": 0.0008 },
  },
  answer: (question) => burnOf(question),
});
