import type { Address } from '@mallhive/contracts/address'
import { type MessageInitShape } from '@bufbuild/protobuf'
import type { SavedAddressSchema } from '@mallhive/contracts/identity'
import { type Actor, actorOf } from '@mallhive/service-kit/auth'
import { DomainError } from '@mallhive/service-kit/errors'
import type { HandlerContext } from '@connectrpc/connect'
import type { address as table } from './schema.ts'

type Row = typeof table.$inferSelect

const required = ['name', 'line1', 'city', 'postcode', 'country'] as const
const fields = [...required, 'line2', 'region', 'phone'] as const

/** The person whose addresses these are; a service has none. */
export function ownerOf(ctx: HandlerContext): Actor {
  const actor = actorOf(ctx)
  if (actor.kind === 'service') throw new DomainError('forbidden', 'FORBIDDEN', 'services have no addresses')
  return actor
}

/** Throws INVALID_ADDRESS with the problem of every bad field. */
export function checkAddress(given: Address | undefined): Record<(typeof fields)[number], string> {
  const entries = fields.map((field) => [field, (given?.[field] ?? '').trim()] as const)
  const problems = Object.fromEntries(
    entries.flatMap(([field, value]) => {
      const problem = problemOf(field, value)
      return problem ? [[field, problem]] : []
    }),
  )
  if (Object.keys(problems).length > 0) {
    throw new DomainError('invalid', 'INVALID_ADDRESS', 'the address is not complete', problems)
  }
  return Object.fromEntries(entries) as Record<(typeof fields)[number], string>
}

function problemOf(field: string, value: string): string | undefined {
  if (value === '') return (required as readonly string[]).includes(field) ? 'is missing' : undefined
  if (value.length > 120) return 'is too long'
  if (/\p{Cc}/u.test(value)) return 'has characters that cannot be printed'
  if (field === 'country' && !/^[A-Z]{2}$/.test(value)) return 'is not a country code'
  return undefined
}

export function toSavedAddress(row: Row): MessageInitShape<typeof SavedAddressSchema> {
  const { name, line1, line2, city, region, postcode, country, phone } = row
  return {
    id: row.id,
    address: { name, line1, line2, city, region, postcode, country, phone },
    isDefault: row.isDefault,
  }
}
