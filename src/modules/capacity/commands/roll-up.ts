import { addedBy, readAllSamples, type StoredSample, writeSamples } from "@/platform/measuring";

/** Minutes keep the processes apart; in hours a kind of process is one. */
const wholeOf = (sample: StoredSample, spanSeconds: 60 | 3_600, endMs: number): StoredSample => ({
  ...sample,
  atMs: endMs,
  processId: spanSeconds === 60 ? sample.processId : sample.processKind,
});

/** Writes one span from the finer ones that lie in it. Nothing measured writes nothing: a gap stays one. */
export async function rollUp(spanSeconds: 60 | 3_600, endMs: number): Promise<void> {
  const finer = await readAllSamples({
    spanSeconds: spanSeconds === 60 ? 10 : 60,
    fromMs: endMs - spanSeconds * 1_000,
    toMs: endMs,
  });
  const whole = finer.map((sample) => wholeOf(sample, spanSeconds, endMs));
  const sums = addedBy(whole, ({ name, processId, labels }) => `${name} ${processId} ${labels}`);
  await writeSamples(spanSeconds, [...sums.values()]);
}
