import { DomainError } from '@mallhive/service-kit/errors'
import type { FastifyRequest } from 'fastify'

/** @throws DomainError when another site may have caused this request: its visitors must not act for it */
export function fromOwnPage({ headers }: Pick<FastifyRequest, 'headers'>, publicOrigin: string): void {
  const { origin } = headers
  const own =
    origin === publicOrigin ||
    (headers['sec-fetch-site'] === 'same-origin' && (origin === undefined || origin === 'null'))
  if (!own) throw new DomainError('forbidden', 'FOREIGN_ORIGIN', 'This did not come from the console.')
}
