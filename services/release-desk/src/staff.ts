import type { FastifyRequest } from 'fastify'
import type { Deps } from './deps.ts'
import { domainError } from './reasons.ts'

export interface Staff {
  id: string
  name: string
  /** Pseudonym in pointers, which are public: stable, and without personal data. */
  handle: string
}

/** Returns the member of staff of the browser's session. @throws DomainError unauthenticated, forbidden */
export async function staffOf(
  { identity }: Pick<Deps, 'identity'>,
  { headers }: Pick<FastifyRequest, 'headers'>,
): Promise<Staff> {
  const { user } = await identity.exchangeSession({ cookie: headers.cookie ?? '' }, { timeoutMs: 2000 })
  if (!user?.email) throw domainError('SIGN_IN', 'Sign in with a staff account.')
  if (!user.roles.includes('admin'))
    throw domainError('STAFF_ONLY', 'Sign in with a staff account to use the release console.')
  return { id: user.id, name: user.name, handle: `staff-${user.id.slice(-8)}` }
}
