import type { Timestamp } from '@bufbuild/protobuf/wkt'
import { timestampDate } from '@bufbuild/protobuf/wkt'
import { domainError } from './reasons.ts'

const earliestMs = Date.parse('0001-01-01T00:00:00Z')
const latestMs = Date.parse('9999-12-31T23:59:59.999Z')

/**
 * Returns the date of a timestamp.
 * @throws DomainError BAD_RANGE outside the years 1 to 9999, which a Timestamp allows and which Postgres reads
 */
export function dateOf(timestamp: Timestamp): Date {
  const date = timestampDate(timestamp)
  if (date.getTime() >= earliestMs && date.getTime() <= latestMs) return date
  throw domainError('BAD_RANGE', 'a time is between the years 1 and 9999')
}
