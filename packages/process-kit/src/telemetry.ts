import {
  type Context,
  context,
  isSpanContextValid,
  propagation,
  type SpanKind,
  SpanStatusCode,
  trace,
  type Span,
} from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { type Logger, pino } from 'pino'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { rootContext } from './trace-root.ts'

export type Log = Logger
export type { Counter, Gauge, Histogram }

/** Returns a JSON logger whose lines contain the current trace id. LOG_LEVEL sets the level (default: info). */
export function logger(name: string): Log {
  return pino({
    name,
    level: process.env.LOG_LEVEL || 'info',
    redact: ['*.password', '*.token', '*.cookie', '*.authorization', 'password', 'token', 'cookie'],
    mixin: traceFields,
  })
}

/** Returns the ids of the current span, as log lines contain them: for lines that are written outside of it. */
export function traceFields(): { traceId?: string; spanId?: string } {
  const span = trace.getActiveSpan()?.spanContext()
  return span && isSpanContextValid(span) ? { traceId: span.traceId, spanId: span.spanId } : {}
}

/** All metrics of the process, served at /metrics. */
export const metrics = new Registry()
collectDefaultMetrics({ register: metrics })

/** Returns the counter of that name in `metrics`, created on the first call. */
export function counter<L extends string>(name: string, help: string, labelNames: L[]): Counter<L> {
  const known = metrics.getSingleMetric(name) as Counter<L> | undefined
  return known ?? new Counter({ name, help, labelNames, registers: [metrics] })
}

/**
 * Returns the gauge of that name in `metrics`, created on the first call. `measure` runs at every scrape, after all
 * labelled values were removed. When it throws, the gauge becomes NaN instead of keeping its last value, and
 * `gauge_failures_total` rises, so that an alert can fire on either.
 */
export function gauge<L extends string>(
  name: string,
  help: string,
  labelNames: L[],
  measure?: (gauge: Gauge<L>) => void | Promise<void>,
): Gauge<L> {
  const known = metrics.getSingleMetric(name) as Gauge<L> | undefined
  if (known) return known
  failuresOf(name, 0)
  return new Gauge({
    name,
    help,
    labelNames,
    registers: [metrics],
    ...(measure && { collect: () => measured(measure, metrics.getSingleMetric(name) as Gauge<L>, name) }),
  })
}

async function measured<L extends string>(
  measure: (gauge: Gauge<L>) => void | Promise<void>,
  target: Gauge<L>,
  name: string,
): Promise<void> {
  try {
    target.reset()
    await measure(target)
  } catch {
    target.reset()
    target.set(Number.NaN)
    failuresOf(name, 1)
  }
}

/**
 * Sets the gauge of that name to the result of `read`, for values measured on their own schedule. When `read` rejects,
 * calls `unmeasured` and logs a warning.
 */
export async function setMeasured(
  name: string,
  labels: Record<string, string>,
  read: () => Promise<number>,
  log: Pick<Log, 'warn'>,
): Promise<void> {
  try {
    gauge(name, '', Object.keys(labels)).set(labels, await read())
  } catch (error) {
    unmeasured(name, labels)
    log.warn({ err: error, gauge: name }, 'a metric could not be measured')
  }
}

/**
 * Sets the gauge of that name to NaN and raises `gauge_failures_total`, so that no alert relies on an outdated value.
 */
export function unmeasured(name: string, labels: Record<string, string>): void {
  gauge(name, '', Object.keys(labels)).set(labels, Number.NaN)
  failuresOf(name, 1)
}

function failuresOf(name: string, more: number): void {
  counter('gauge_failures_total', 'Measurements that failed', ['gauge']).inc({ gauge: name }, more)
}

/** Returns the histogram of seconds of that name in `metrics`, created on the first call. */
export function histogram<L extends string>(
  name: string,
  help: string,
  labelNames: L[],
  buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
): Histogram<L> {
  const known = metrics.getSingleMetric(name) as Histogram<L> | undefined
  return known ?? new Histogram({ name, help, labelNames, buckets, registers: [metrics] })
}

export const tracer = trace.getTracer('mallhive')

let exporting = false

/** Whether spans are exported. Per-query and per-command spans are created only then. */
export function tracing(): boolean {
  return exporting
}

// Trace ids are propagated and logged even when no span is exported.
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
propagation.setGlobalPropagator(new W3CTraceContextPropagator())

/**
 * Starts exporting spans by OTLP if OTEL_EXPORTER_OTLP_ENDPOINT is set; otherwise the SDK is not loaded. Disposing
 * flushes the spans.
 */
export async function startTracing(
  serviceName: string,
  env: Record<string, string | undefined>,
): Promise<AsyncDisposable> {
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT) return { [Symbol.asyncDispose]: async () => {} }
  const { exportSpans } = await import('./trace-export.ts')
  exporting = true
  return exportSpans(serviceName)
}

/** Returns the W3C traceparent of the current span, for envelopes and headers; undefined outside of a trace. */
export function currentTraceparent(): string | undefined {
  const carrier: { traceparent?: string } = {}
  propagation.inject(context.active(), carrier)
  return carrier.traceparent
}

/** Runs `work` in a new span, as a child of `traceparent`, else of the current span, else in a new trace. */
export function inSpan<T>(
  name: string,
  kind: SpanKind,
  traceparent: string | undefined,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const parent = parentOf(traceparent)
  return tracer.startActiveSpan(name, { kind }, parent, async (span) => {
    try {
      return await work(span)
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' })
      throw error
    } finally {
      span.end()
    }
  })
}

/** Returns the context of `traceparent`, else the current one, else one with a new trace. */
export function parentOf(traceparent: string | undefined): Context {
  const active = context.active()
  const parent = traceparent ? propagation.extract(active, { traceparent }) : active
  // Without an SDK the OpenTelemetry API creates no trace ids, so a new trace gets its id here.
  return exporting || trace.getSpanContext(parent) ? parent : rootContext(parent)
}
