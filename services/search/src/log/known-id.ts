import { domainError } from '../reasons.ts'

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** @throws DomainError BAD_SEARCH_ID */
export function knownId(id: string): string {
  if (uuid.test(id)) return id
  throw domainError('BAD_SEARCH_ID', 'the id of a search is a UUID')
}
