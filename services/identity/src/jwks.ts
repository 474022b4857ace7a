import type { FastifyPluginAsync } from 'fastify'
import type { Deps } from './deps.ts'

/** Serves the public keys for verifying tokens (JWK set, RFC 7517). */
export const jwks =
  (deps: Pick<Deps, 'auth'>): FastifyPluginAsync =>
  async (server) => {
    server.get('/.well-known/jwks.json', async (_request, reply) => {
      const { keys } = await deps.auth.api.getJwks()
      return reply.header('cache-control', 'public, max-age=60').send({ keys })
    })
  }
