import { env } from "@/platform/env";
import type { Lifecycle } from "@/platform/process";
import { type SpanAsked, type SpanPlace, setTracer, type Tracer } from "./live";

type ProcessKind = "web" | "worker" | "realtime";

/** As the attribute conventions have it, without a package for one word. */
const serviceName = "service.name";

const endpointOf = (base: string) => `${base.replace(/\/+$/, "")}/v1/traces`;

/** Loaded only where traces are asked for: nobody else pays for the packages. */
async function openTracer(
  kind: ProcessKind,
  endpoint: string,
  share: number,
): Promise<{ tracer: Tracer; close: () => Promise<void> }> {
  const [api, base, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace-base"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/resources"),
  ]);
  const ids = new base.RandomIdGenerator();
  let given: SpanPlace | null = null;
  const provider = new base.BasicTracerProvider({
    resource: resourceFromAttributes({ [serviceName]: `insightdesk-${kind}` }),
    // By the trace's id, so that all processes keep or leave out the same traces.
    sampler: new base.TraceIdRatioBasedSampler(share),
    idGenerator: {
      generateTraceId: () => given?.traceId ?? ids.generateTraceId(),
      generateSpanId: () => given?.spanId ?? ids.generateSpanId(),
    },
    spanProcessors: [
      new base.BatchSpanProcessor(new OTLPTraceExporter({ url: endpointOf(endpoint) })),
    ],
  });
  const spans = provider.getTracer("insightdesk");
  const kinds = {
    server: api.SpanKind.SERVER,
    internal: api.SpanKind.INTERNAL,
    client: api.SpanKind.CLIENT,
    producer: api.SpanKind.PRODUCER,
    consumer: api.SpanKind.CONSUMER,
  };
  const within = (parent: SpanPlace | null) =>
    parent === null
      ? api.ROOT_CONTEXT
      : api.trace.setSpanContext(api.ROOT_CONTEXT, {
          ...parent,
          traceFlags: api.TraceFlags.SAMPLED,
          isRemote: true,
        });
  const open = ({ name, kind: asked, parent, place, facts }: SpanAsked) => {
    given = place ?? null;
    const span = spans.startSpan(
      name,
      { kind: kinds[asked], ...(facts === undefined ? {} : { attributes: facts }) },
      within(parent),
    );
    given = null;
    return {
      place: span.spanContext(),
      end: (failed: boolean) => {
        if (failed) span.setStatus({ code: api.SpanStatusCode.ERROR });
        span.end();
      },
    };
  };
  return { tracer: { open }, close: () => provider.shutdown() };
}

/**
 * Sends this process's spans to the configured OTLP endpoint until it ends. Spans that cannot be
 * sent are given up: whoever works never waits for them.
 */
export async function startTracing(life: Lifecycle, kind: ProcessKind): Promise<void> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: share } = env();
  if (endpoint === undefined) return;
  const { tracer, close } = await openTracer(kind, endpoint, share);
  setTracer(tracer);
  life.onDrain("close", "traces", async () => {
    setTracer(null);
    // An endpoint that is away must not make a clean end a failed one.
    await close().catch(() => undefined);
  });
}
