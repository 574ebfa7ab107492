import {
  type Attributes,
  INVALID_SPAN_CONTEXT,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  defaultTextMapGetter,
  defaultTextMapSetter,
  trace,
} from '@opentelemetry/api';

export type { Span } from '@opentelemetry/api';

/** What a service tells of how its work went: the spans of OpenTelemetry. */
export interface Telemetry {
  /**
   * Begins a span. Whoever begins it ends it.
   *
   * @param options.parent the span that this one is part of, or the headers of a request whose sender traces
   *   (W3C Trace Context); without either it is the first of a trace.
   * @param options.attributes by OpenTelemetry's semantic conventions; never values that clients sent.
   */
  start(
    name: string,
    options?: {
      kind?: keyof typeof kinds;
      parent?: Span | Readonly<Record<string, string | string[] | undefined>>;
      /** The headers of what led to this work, which is a trace of its own since it comes later. */
      link?: Readonly<Record<string, string>>;
      attributes?: Attributes;
    },
  ): Span;
  /** The headers by which a trace goes on in the service that is called. */
  headersOf(span: Span): Record<string, string>;
  /** Sends what has not been sent, and ends; may be called twice. */
  close(): Promise<void>;
}

const kinds = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
} as const;

const nothing: Span = trace.wrapSpanContext(INVALID_SPAN_CONTEXT);

/** Records nothing and costs nothing. */
export const noTelemetry: Telemetry = {
  start: () => nothing,
  headersOf: () => ({}),
  close: async () => {},
};

/** Where and how much a service traces. */
export interface TelemetrySettings {
  /** The service, for example `people`. */
  service: string;
  version: string;
  /** The base address of a collector that takes OTLP over HTTP; nothing is recorded or loaded without one. */
  endpoint: string | undefined;
  /** The share of traces that begin here which is recorded, 0 to 1; those that began elsewhere follow their sender. */
  ratio: number;
}

/**
 * Makes a service's telemetry. Spans are sent in batches, in the background: a collector that is away costs nothing
 * but the spans.
 */
export async function createTelemetry({
  service,
  version,
  endpoint,
  ratio,
}: TelemetrySettings): Promise<Telemetry> {
  if (endpoint === undefined) return noTelemetry;
  const [sdk, { OTLPTraceExporter }, { resourceFromAttributes }, { W3CTraceContextPropagator }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/core'),
    ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  // A provider of its own: several services may live in one process.
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.version': version }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter, scheduledDelayMillis: 1_000 })],
  });
  const tracer = provider.getTracer('guildhall');
  const propagator = new W3CTraceContextPropagator();
  const contextOf = (parent: Span | object | undefined) => {
    if (parent === undefined) return ROOT_CONTEXT;
    return isSpan(parent)
      ? trace.setSpan(ROOT_CONTEXT, parent)
      : propagator.extract(ROOT_CONTEXT, parent, defaultTextMapGetter);
  };
  let closing: Promise<void> | undefined;
  return {
    start(name, { kind = 'internal', parent, link, attributes = {} } = {}) {
      const linked = link && trace.getSpanContext(contextOf(link));
      const links = linked ? [{ context: linked }] : [];
      return tracer.startSpan(name, { attributes, links, kind: kinds[kind] }, contextOf(parent));
    },
    headersOf(span) {
      const headers: Record<string, string> = {};
      propagator.inject(trace.setSpan(ROOT_CONTEXT, span), headers, defaultTextMapSetter);
      return headers;
    },
    close: () => (closing ??= provider.shutdown().catch(() => {})),
  };
}

/** Marks a span as failed, by the kind of the error alone: its message may hold personal data. */
export function markFailed(span: Span, error: unknown): void {
  span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** The id of the trace that a span is part of; undefined when nothing is recorded. */
export function traceIdOf(span: Span): string | undefined {
  return span.isRecording() ? span.spanContext().traceId : undefined;
}

function isSpan(parent: object): parent is Span {
  return 'spanContext' in parent;
}
