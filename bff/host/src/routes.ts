import type { FastifyPluginAsync } from 'fastify'
import { logAccess } from './access-log.ts'
import type { Deps } from './deps.ts'
import { asHttpError, errorBody } from './http-error.ts'
import { localeOfCall } from './locale-of.ts'
import { checkOrigin } from './origin.ts'
import { answerBundles } from './routes/bundles.ts'
import { answerCall } from './routes/call.ts'
import { answerChanges } from './routes/changes.ts'
import { answerContracts } from './routes/contracts.ts'
import { answerFlash } from './routes/flash.ts'
import { answerForm } from './routes/form.ts'
import { requireServed } from './served.ts'

const bodyLimit = 64 * 1024

export const routes =
  (deps: Deps): FastifyPluginAsync =>
  async (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'string', bodyLimit }, (_request, body, done) =>
      done(null, body),
    )
    app.addHook('onRequest', logAccess(deps.log))
    app.addHook('onRequest', checkOrigin(deps.visitor))
    app.setErrorHandler((error, request, reply) => {
      const told = asHttpError(error)
      if (told.status === 500) deps.log.error({ err: error }, 'request failed')
      return reply
        .code(told.status)
        .headers(told.headers)
        .send(errorBody(told, localeOfCall(request)))
    })
    app.get('/bundles', answerBundles(deps))
    app.get('/changes', answerChanges(deps))
    app.get('/api/_mall/contracts', answerContracts(deps))
    app.get('/api/:mfe/flash/:id', answerFlash(deps))
    const onRequest = requireServed(deps)
    app.post('/api/:mfe/form/:procedure', { onRequest }, answerForm(deps))
    // No HEAD: tRPC has none, and the kit takes every method but GET for a mutation's.
    app.route({
      method: ['GET', 'POST'],
      url: '/api/:mfe/*',
      exposeHeadRoute: false,
      onRequest,
      handler: answerCall(deps),
    })
  }
