import { AsyncLocalStorage } from "node:async_hooks";
import { processShared } from "@/platform/process";

/** Where a span stands: in which trace, and under which name of its own. */
export type SpanPlace = { readonly traceId: string; readonly spanId: string };

export type SpanKind = "server" | "internal" | "client" | "producer" | "consumer";
export type SpanFacts = Readonly<Record<string, string | number | boolean>>;

export type SpanAsked = {
  readonly name: string;
  readonly kind: SpanKind;
  /** What it is part of; null begins a trace. */
  readonly parent: SpanPlace | null;
  /** A place that others know already, because they can tell it from the request's id. */
  readonly place?: SpanPlace;
  readonly facts?: SpanFacts;
};

export type OpenSpan = { readonly place: SpanPlace; readonly end: (failed: boolean) => void };

/** Whoever records spans; null while no endpoint is configured, and then nothing is done at all. */
export type Tracer = { readonly open: (asked: SpanAsked) => OpenSpan };

const holder = processShared("tracer", (): { tracer: Tracer | null } => ({ tracer: null }));
const here = processShared("span-place", () => new AsyncLocalStorage<SpanPlace>());

export const tracer = (): Tracer | null => holder.tracer;
export const setTracer = (made: Tracer | null): void => {
  holder.tracer = made;
};
export const placeNow = (): SpanPlace | null => here.getStore() ?? null;
export const inPlace = <Result>(place: SpanPlace, work: () => Result): Result =>
  here.run(place, work);
