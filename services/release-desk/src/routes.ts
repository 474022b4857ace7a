import type { FastifyRequest } from 'fastify'
import { fromOwnPage } from '@mallhive/process-kit/from-own-page'
import { DomainError } from '@mallhive/service-kit/errors'
import { refusalSentence } from '@mallhive/service-kit/refusal-sentence'
import type { Host } from '@mallhive/service-kit/service'
import { actions } from './actions.ts'
import type { Deps } from './deps.ts'
import { overview } from './overview.ts'
import { act } from './act.ts'
import type { Walker } from './walker.ts'
import { staffOf } from './staff.ts'
import { domainError } from './reasons.ts'

const statuses: Record<string, number> = {
  unauthenticated: 401,
  forbidden: 403,
  invalid: 400,
  not_found: 404,
}

/** Serves the console's data, and one form endpoint per action of staff. */
export function routes(deps: Deps & { walker: Pick<Walker, 'lastWord'> }): Parameters<Host['http']>[0] {
  return async (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 16 * 1024 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    app.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) => {
      const status = error instanceof DomainError ? statuses[error.kind] : error.statusCode
      if (status && status < 500) {
        const sentence = error instanceof DomainError ? error.message : refusalSentence(status)
        return reply.code(status).send({ error: sentence })
      }
      deps.log.error({ err: error }, 'request failed')
      return reply.code(status ?? 503).send({ error: 'The release desk is not available right now.' })
    })

    app.addHook('onRequest', async (request) => {
      if (!isOnHost(request, deps.config.PUBLIC_ORIGIN))
        throw domainError('FOREIGN_ORIGIN', 'The release desk does not serve this host.')
    })

    app.get('/_mall/desk/overview.json', async (request, reply) => {
      const { name } = await staffOf(deps, request)
      return reply.header('cache-control', 'no-store').send({ staff: name, ...(await overview(deps)) })
    })

    for (const [name, action] of Object.entries(actions)) {
      app.post(`/_mall/desk/${name}`, async (request, reply) => {
        if (!fromOwnPage(request.headers, deps.config.PUBLIC_ORIGIN))
          throw domainError('FOREIGN_ORIGIN', 'This form was not sent from the release console.')
        const staff = await staffOf(deps, request)
        deps.log.info(
          { staff: staff.id, handle: staff.handle, action: name },
          'staff action on live releases',
        )
        return act(reply, deps.config.PUBLIC_ORIGIN, () => action(deps, request.body, staff.handle))
      })
    }
  }
}

/** Whether a request is for this origin's host. Scripts on the preview host may be of releases that were never promoted. */
function isOnHost({ headers }: FastifyRequest, origin: string): boolean {
  const host = headers['x-forwarded-host']
  return host === undefined || host === new URL(origin).host
}
