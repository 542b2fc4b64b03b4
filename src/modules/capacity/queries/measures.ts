import { readLabels, readSamples, type SamplesAsked } from "@/platform/measuring";
import type { Measure } from "../rules/readings";

/** Stored samples as the rules take them. */
export async function measuresOf(asked: SamplesAsked): Promise<Measure[]> {
  const samples = await readSamples(asked);
  return samples.map((sample) => ({ ...sample, labels: readLabels(sample.labels) }));
}
