import { DomainError } from '@mallhive/service-kit/errors'
import type { FastifyRequest } from 'fastify'
import type { Deps } from './deps.ts'

/** Who works here, by the session of their browser. @throws DomainError unauthenticated, forbidden */
export async function staffOf(
  { identity }: Pick<Deps, 'identity'>,
  { headers }: Pick<FastifyRequest, 'headers'>,
): Promise<{ name: string; email: string }> {
  const { user } = await identity.exchangeSession({ cookie: headers.cookie ?? '' }, { timeoutMs: 2000 })
  if (!user?.email) throw new DomainError('unauthenticated', 'SIGN_IN', 'Sign in with a staff account.')
  if (!user.roles.includes('admin'))
    throw new DomainError('forbidden', 'STAFF_ONLY', 'This desk is for staff.')
  return { name: user.name, email: user.email }
}
