import { bulk, db, type Reader, raw, sql } from "@/platform/database";
import { limits } from "@/platform/limits";
import type { Sample } from "./sample";

/** How finely time is cut: as written, by the minute, by the hour. */
export type SpanSeconds = 10 | 60 | 3_600;

export type StoredSample = Sample & {
  /** The end of the span. */
  readonly atMs: number;
  readonly processId: string;
  readonly processKind: string;
};

const rowsMax = raw(String(limits.metricRowsReadMax));

/** Writes samples; the same span of the same series again replaces what stood there. */
export async function writeSamples(
  spanSeconds: SpanSeconds,
  samples: readonly StoredSample[],
): Promise<void> {
  for (let start = 0; start < samples.length; start += limits.metricRowsWriteMax) {
    const rows = samples
      .slice(start, start + limits.metricRowsWriteMax)
      .map((sample) => [
        spanSeconds,
        sample.name,
        new Date(sample.atMs),
        sample.processId,
        sample.processKind,
        sample.labels,
        sample.kind,
        sample.count,
        sample.sum,
        sample.highest,
        sample.buckets,
      ]);
    await db.write.rows(sql`
      insert into metric_samples (span_seconds, name, at, process_id, process_kind, labels, kind,
        count, sum, highest, buckets)
      values ${bulk(rows)}
      on conflict (span_seconds, name, at, process_id, labels) do update
      set kind = excluded.kind, count = excluded.count, sum = excluded.sum,
        highest = excluded.highest, buckets = excluded.buckets`);
  }
}

type Row = {
  name: string;
  at: Date;
  process_id: string;
  process_kind: string;
  labels: string;
  kind: "histogram" | "counter" | "gauge";
  count: number;
  sum: number;
  highest: number;
  buckets: (string | number)[];
};

const sampleOf = (row: Row): StoredSample => ({
  name: row.name,
  labels: row.labels,
  kind: row.kind,
  count: row.count,
  sum: row.sum,
  highest: row.highest,
  buckets: row.buckets.map(Number),
  atMs: row.at.getTime(),
  processId: row.process_id,
  processKind: row.process_kind,
});

export type SamplesAsked = {
  spanSeconds: SpanSeconds;
  names: readonly string[];
  /** Spans that end after this ... */
  fromMs: number;
  /** ... and not after this. */
  toMs: number;
};

/** The samples of some series in a time, oldest first, at most as many as a page can draw. */
export async function readSamples(
  { spanSeconds, names, fromMs, toMs }: SamplesAsked,
  reader: Reader = db.read,
): Promise<StoredSample[]> {
  const rows = await reader.rows<Row>(sql`
    select name, at, process_id, process_kind, labels, kind, count, sum, highest, buckets
    from metric_samples
    where span_seconds = ${spanSeconds} and name = any(${names}::text[])
      and at > ${new Date(fromMs)} and at <= ${new Date(toMs)}
    order by at limit ${rowsMax}`);
  return rows.map(sampleOf);
}

/** Every series of a time, for rolling up. */
export async function readAllSamples(asked: Omit<SamplesAsked, "names">): Promise<StoredSample[]> {
  const rows = await db.write.rows<Row>(sql`
    select name, at, process_id, process_kind, labels, kind, count, sum, highest, buckets
    from metric_samples
    where span_seconds = ${asked.spanSeconds}
      and at > ${new Date(asked.fromMs)} and at <= ${new Date(asked.toMs)}
    limit ${rowsMax}`);
  return rows.map(sampleOf);
}

/** Removes what is older than its kind of span is kept, a bounded batch at a time. */
export async function forgetSamples(spanSeconds: SpanSeconds, beforeMs: number): Promise<void> {
  await db.write.rows(sql`
    delete from metric_samples where (span_seconds, name, at, process_id, labels) in (
      select span_seconds, name, at, process_id, labels from metric_samples
      where span_seconds = ${spanSeconds} and at < ${new Date(beforeMs)}
      limit ${rowsMax})`);
}
