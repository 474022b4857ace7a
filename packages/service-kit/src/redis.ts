import { SpanKind, SpanStatusCode } from '@opentelemetry/api'
import { Redis as IORedis } from 'ioredis'
import { gauge, tracer, tracing } from '@mallhive/process-kit/telemetry'

export type Redis = IORedis & AsyncDisposable

/**
 * Opens a Redis connection that reconnects automatically. While the server is unreachable a command fails after two
 * attempts instead of waiting.
 */
export function openRedis(url: string): Redis {
  const redis = new IORedis(url, { maxRetriesPerRequest: 2, connectTimeout: 3_000 })
  // Commands reject by themselves; without a listener ioredis prints an 'error' event for each attempt to reconnect.
  redis.on('error', () => {})
  if (tracing()) traceCommands(redis)
  const user = new URL(url).username || 'default'
  connections.set(redis, user)
  redis.once('end', () => connections.delete(redis))
  return Object.assign(redis, {
    async [Symbol.asyncDispose]() {
      await redis.quit().catch(() => redis.disconnect())
    },
  })
}

const connections = new Map<IORedis, string>()

gauge('redis_connection_ready', 'Whether the connection to Redis takes commands: 1', ['user'], (it) => {
  for (const [{ status }, user] of connections) it.set({ user }, Number(status === 'ready'))
})

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
