import { clientGone, observeRequest } from '@mallhive/process-kit/http-metrics'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** What a request turned out to be for. */
interface Purpose {
  mfe: string
  routes: string[]
  /** Instead of the status of the answer. */
  status?: number
}

const purposes = new WeakMap<FastifyRequest, Purpose>()

/** Counts the request under these names, one each, instead of its route’s pattern. The names must be known ones. */
export function measureAs(request: FastifyRequest, purpose: Purpose): void {
  purposes.set(request, purpose)
}

/** Measures every request of a plain HTTP plugin, by the pattern of its route. */
export function measureRequests(server: FastifyInstance, part: string): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.raw.once('close', () => {
      const { url: pattern = 'none' } = request.routeOptions
      const {
        mfe,
        routes,
        status: answered,
      }: Purpose = purposes.get(request) ?? { mfe: '', routes: [pattern] }
      const status = reply.raw.writableFinished ? (answered ?? reply.statusCode) : clientGone
      for (const route of routes) observeRequest({ part, mfe, route, status }, reply.elapsedTime)
    })
    done()
  })
}
