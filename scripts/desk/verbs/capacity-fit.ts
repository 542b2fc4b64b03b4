import { fitScalability, fitSchema } from "@/modules/capacity/client";
import { Refusal } from "../refusal";
import { defineVerb } from "../verb";

export const capacityFit = defineVerb({
  group: "capacity",
  verb: "fit",
  summary: "The universal scalability law that fits measured throughputs best.",
  input: fitSchema,
  example: {
    points: [
      [1, 64.9],
      [18, 995.9],
      [36, 1652.4],
      [72, 1853.2],
      [108, 1828.9],
      [144, 1775],
      [216, 1702.2],
    ],
    predict: [96, 500],
  },
  answer({ points, predict }) {
    const fit = fitScalability(points, predict);
    if (fit === null) throw new Refusal("no_solution", "No law comes near these points.");
    return fit;
  },
});
