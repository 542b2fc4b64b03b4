import { createHash } from "node:crypto";
import {
  inPlace,
  placeNow,
  type SpanAsked,
  type SpanFacts,
  type SpanKind,
  type SpanPlace,
  tracer,
} from "./live";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Where the request of an id stands in its trace. Its id goes with the events and the jobs that
 * follow from it, so whoever works for it knows the place without being told of traces.
 */
function placeOfRequest(requestId: string): SpanPlace {
  const digest = createHash("sha256").update(requestId).digest("hex");
  return {
    traceId: uuid.test(requestId) ? requestId.replaceAll("-", "") : digest.slice(0, 32),
    spanId: digest.slice(-16),
  };
}

async function run<Result>(asked: SpanAsked, work: () => Promise<Result>): Promise<Result> {
  const span = tracer()?.open(asked);
  if (span === undefined) return work();
  let failed = true;
  try {
    const result = await inPlace(span.place, work);
    failed = false;
    return result;
  } finally {
    span.end(failed);
  }
}

/** A request, from which all else follows. */
export function requestSpan<Result>(
  name: string,
  requestId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  if (tracer() === null) return work();
  return run({ name, kind: "server", parent: null, place: placeOfRequest(requestId) }, work);
}

type Part = { readonly name: string; readonly kind: SpanKind; readonly facts?: SpanFacts };

/** A part of what is being done, said only if somebody listens; outside of any trace it leaves none. */
export function partSpan<Result>(part: () => Part, work: () => Promise<Result>): Promise<Result> {
  const parent = tracer() === null ? null : placeNow();
  return parent === null ? work() : run({ ...part(), parent }, work);
}

/** What is done elsewhere or later because of a request; what follows from none begins a trace. */
export function followingSpan<Result>(
  part: Part,
  requestId: string | null,
  work: () => Promise<Result>,
): Promise<Result> {
  if (tracer() === null) return work();
  return run({ ...part, parent: requestId === null ? null : placeOfRequest(requestId) }, work);
}

/** The same for what is done at once. */
export function followingMoment(part: Part, requestId: string | null, work: () => void): void {
  const live = tracer();
  if (live === null) {
    work();
    return;
  }
  const parent = requestId === null ? null : placeOfRequest(requestId);
  const span = live.open({ ...part, parent });
  let failed = true;
  try {
    inPlace(span.place, work);
    failed = false;
  } finally {
    span.end(failed);
  }
}
