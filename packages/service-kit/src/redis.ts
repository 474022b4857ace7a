import { SpanKind, SpanStatusCode } from '@opentelemetry/api'
import { Redis as IORedis } from 'ioredis'
import { tracer, tracing } from '@mallhive/process-kit/telemetry'

export type Redis = IORedis & AsyncDisposable

/**
 * Opens a Redis connection that reconnects by itself. While the server is away a command fails after two attempts
 * instead of waiting for ever.
 */
export function openRedis(url: string): Redis {
  const redis = new IORedis(url, { maxRetriesPerRequest: 2, connectTimeout: 3_000 })
  // Commands report the failure to whoever sent them; an unheard 'error' event would be printed for each attempt.
  redis.on('error', () => {})
  if (tracing()) traceCommands(redis)
  return Object.assign(redis, {
    async [Symbol.asyncDispose]() {
      await redis.quit().catch(() => redis.disconnect())
    },
  })
}

function traceCommands(redis: IORedis): void {
  const send = redis.sendCommand.bind(redis)
  redis.sendCommand = (command, stream) => {
    const span = tracer.startSpan(command.name.toUpperCase(), {
      kind: SpanKind.CLIENT,
      attributes: { 'db.system.name': 'redis' },
    })
    command.promise.then(
      () => span.end(),
      () => {
        span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
      },
    )
    return send(command, stream)
  }
}
