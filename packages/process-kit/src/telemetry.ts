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
export type { Counter, Gauge }

/** A JSON logger whose lines carry the current trace id. LOG_LEVEL sets the level (info). */
export function logger(name: string): Log {
  return pino({
    name,
    level: process.env.LOG_LEVEL || 'info',
    redact: ['*.password', '*.token', '*.cookie', '*.authorization', 'password', 'token', 'cookie'],
    mixin() {
      const span = trace.getActiveSpan()?.spanContext()
      return span && isSpanContextValid(span) ? { traceId: span.traceId, spanId: span.spanId } : {}
    },
  })
}

/** Every metric of the process, served at /metrics. */
export const metrics = new Registry()
collectDefaultMetrics({ register: metrics })

/** A counter in `metrics`; asking twice for one name answers the same counter. */
export function counter<L extends string>(name: string, help: string, labelNames: L[]): Counter<L> {
  const known = metrics.getSingleMetric(name) as Counter<L> | undefined
  return known ?? new Counter({ name, help, labelNames, registers: [metrics] })
}

/**
 * A gauge in `metrics`; asking twice for one name answers the same gauge. With `measure` it is measured at every scrape,
 * which begins with no labelled values. A measurement that throws leaves NaN, never the last good value, and raises
 * `gauge_failures_total`, so that an alert can fire on either.
 */
export function gauge<L extends string>(
  name: string,
  help: string,
  labelNames: L[],
  measure?: (gauge: Gauge<L>) => void | Promise<void>,
): Gauge<L> {
  const known = metrics.getSingleMetric(name) as Gauge<L> | undefined
  if (known) return known
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
    counter('gauge_failures_total', 'Measurements that failed', ['gauge']).inc({ gauge: name })
  }
}

/**
 * Sets the gauge of that name to what `read` returns: for values that are measured on a clock of their own. When that fails
 * it is as `unmeasured` says.
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

/** Sets the gauge of that name to NaN and raises `gauge_failures_total`: no alert may rest on the last value read. */
export function unmeasured(name: string, labels: Record<string, string>): void {
  gauge(name, '', Object.keys(labels)).set(labels, Number.NaN)
  counter('gauge_failures_total', 'Measurements that failed', ['gauge']).inc({ gauge: name })
}

/** A histogram of seconds in `metrics`; asking twice for one name answers the same histogram. */
export function histogram<L extends string>(name: string, help: string, labelNames: L[]): Histogram<L> {
  const known = metrics.getSingleMetric(name) as Histogram<L> | undefined
  const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
  return known ?? new Histogram({ name, help, labelNames, buckets, registers: [metrics] })
}

export const tracer = trace.getTracer('mallhive')

let exporting = false

/** Whether spans go anywhere; per-query and per-command spans are only made when they do. */
export function tracing(): boolean {
  return exporting
}

// Trace ids travel and reach the logs also when no span is ever exported.
context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
propagation.setGlobalPropagator(new W3CTraceContextPropagator())

/** Starts exporting spans by OTLP when OTEL_EXPORTER_OTLP_ENDPOINT is set; the SDK is not even loaded otherwise. */
export async function startTracing(
  serviceName: string,
  env: Record<string, string | undefined>,
): Promise<AsyncDisposable> {
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT) return { [Symbol.asyncDispose]: async () => {} }
  const { exportSpans } = await import('./trace-export.ts')
  exporting = true
  return exportSpans(serviceName)
}

/** The W3C traceparent of the current span, for envelopes and headers. */
export function currentTraceparent(): string | undefined {
  const carrier: { traceparent?: string } = {}
  propagation.inject(context.active(), carrier)
  return carrier.traceparent
}

/**
 * Runs `work` in a new span. `traceparent` continues a trace that came from outside; without it the current one is
 * continued, or a new one begins.
 */
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

/** The context of a trace that came from outside, of the current one, or of a new one. */
export function parentOf(traceparent: string | undefined): Context {
  const active = context.active()
  const parent = traceparent ? propagation.extract(active, { traceparent }) : active
  // Without an SDK nobody makes ids, so a trace that starts here gets them from us.
  return exporting || trace.getSpanContext(parent) ? parent : rootContext(parent)
}
