import { queueQuestionSchema, solveQueue } from "@/modules/capacity/client";
import { Refusal } from "../refusal";
import { defineVerb } from "../verb";

export const queueingSolve = defineVerb({
  group: "queueing",
  verb: "solve",
  summary: "Who waits, is turned away or gives up with so many servers, or how many are needed.",
  input: queueQuestionSchema,
  example: {
    model: "erlang-c",
    arrivalsPerSecond: 0.1,
    serviceSeconds: 180,
    target: { withinSeconds: 20, share: 0.8, utilization: 0.9 },
  },
  answer(question) {
    const answer = solveQueue(question);
    if (answer === null) {
      const why = "No number of servers reaches this target: ask for less than everything.";
      throw new Refusal("no_solution", why);
    }
    return answer;
  },
});
