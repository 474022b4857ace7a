import { clientAddress } from '@mallhive/process-kit/client-address'
import type { Host } from '@mallhive/service-kit/service'
import { dropped, refused } from './counters.ts'
import type { Deps } from './deps.ts'
import { readReport } from './report.ts'

/** Receives reports. The status tells only valid from invalid reports, because browsers cannot act on other failures. */
export function beacon({
  intake,
  admit,
  config,
  log,
}: Pick<Deps, 'intake' | 'admit' | 'config' | 'log'>): Parameters<Host['http']>[0] {
  return async (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
    app.setErrorHandler<Error & { statusCode?: number }>((error, _request, reply) => {
      const status = error.statusCode ?? 500
      if (status < 500) refused.inc({ why: status === 413 ? 'too_large' : 'garbage' })
      return reply.code(status).send({ error: status < 500 ? 'refused' : 'failed' })
    })

    app.post('/_mall/beacon', { bodyLimit: 16 * 1024 }, async (request, reply) => {
      const { body, headers } = request
      // Refuses cross-site requests, so that another site cannot send reports through its visitors.
      const site = headers['sec-fetch-site']
      const report = site === undefined || site === 'same-origin' ? readReport(body) : undefined
      if (!report) {
        refused.inc({ why: 'garbage' })
        return reply.code(400).send({ error: 'refused' })
      }
      const address = clientAddress(request, config.TRUSTED_HOPS)
      const admitted = await admit(report, address).catch((error: unknown) => {
        log.warn({ err: error }, 'a report is lost: its limits cannot be checked')
        dropped.inc({ why: 'limits_unavailable' })
        return undefined
      })
      if (admitted === 'refused') {
        refused.inc({ why: 'forged' })
        return reply.code(400).send({ error: 'refused' })
      }
      if (admitted) intake.take(admitted)
      return reply.code(204).send()
    })
  }
}
