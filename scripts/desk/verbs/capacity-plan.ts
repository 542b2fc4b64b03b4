import { loadSchema, planCapacity } from "@/modules/capacity/client";
import { defineVerb } from "../verb";

export const capacityPlan = defineVerb({
  group: "capacity",
  verb: "plan",
  summary: "What an installation of this size runs on and costs, by the founding tables.",
  input: loadSchema,
  example: {
    monthlyActiveUsers: 8_000,
    ticketsPerDay: 700,
    connections: 900,
    requestsPerMinute: 3_000,
  },
  answer: (load) => planCapacity(load),
});
