import { randomUUID } from 'node:crypto'
import type { Log } from '@mallhive/process-kit/telemetry'
import type { onRequestHookHandler } from 'fastify'

/** Logs one line per finished request, with the request id that the response carries too. Omits query strings. */
export const logAccess =
  (log: Log): onRequestHookHandler =>
  (request, reply, done) => {
    const given = request.headers['x-request-id']
    request.id = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
    reply.header('x-request-id', request.id)
    reply.raw.once('close', () => {
      const [path] = request.url.split('?')
      const { statusCode: status, elapsedTime } = reply
      const release = request.headers['x-mall-release']
      const line = {
        requestId: request.id,
        method: request.method,
        path,
        release,
        status,
        ms: Math.round(elapsedTime),
      }
      log.info(line, 'request')
    })
    done()
  }
