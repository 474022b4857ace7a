import type { AccountReason } from '@mallhive/contracts/reasons/identity'
import type { LookUpReason } from '@mallhive/contracts/reasons/orders'
import { Refusal } from '@mallhive/mfe-kit/bff'
import { addressMessages, emailMessage } from '@mallhive/mfe-kit/bff/contact-fields'
import { isRefusedFor } from '@mallhive/mfe-kit/bff/refusal'
import { msg } from './messages.ts'

type Reason = AccountReason | LookUpReason

/** Rethrows refusals of services with a message for shoppers at the field concerned; other errors unchanged. */
export async function refusalMessages<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    throw isRefusedFor(refusals, error) ? refusals[error.reason](error.details) : error
  }
}

const refusals: Record<Reason, (details: Record<string, string>) => Refusal> = {
  INVALID_CREDENTIALS: () => new Refusal('unauthenticated', 'INVALID_CREDENTIALS', msg('sign-in.refused')),
  EMAIL_TAKEN: () => atField('EMAIL_TAKEN', 'email', msg('sign-up.known')),
  INVALID_EMAIL: () => atField('INVALID_EMAIL', 'email', emailMessage('')),
  INVALID_NAME: () => atField('INVALID_NAME', 'name', msg('name.refused', { most: 120 })),
  INVALID_ADDRESS: (details) =>
    new Refusal('invalid', 'INVALID_ADDRESS', msg('address.check'), addressMessages(details, '')),
  WEAK_PASSWORD: () => atField('WEAK_PASSWORD', 'password', msg('password.weak', { least: 8, most: 128 })),
  TOO_MANY_ATTEMPTS: ({ retryAfterSeconds }) =>
    new Refusal('exhausted', 'TOO_MANY_ATTEMPTS', tooMany(Number(retryAfterSeconds))),
  PASSWORDS_BUSY: () => new Refusal('exhausted', 'PASSWORDS_BUSY', msg('sign-in.busy')),
  TOO_MANY_ADDRESSES: () =>
    new Refusal('exhausted', 'TOO_MANY_ADDRESSES', msg('addresses.full', { most: 50 })),
  NO_ORDER: () => new Refusal('not_found', 'NO_ORDER', msg('look-up.nothing')),
}

function tooMany(retryAfterSeconds: number): string {
  if (!(retryAfterSeconds > 0)) return msg('attempts.later')
  if (retryAfterSeconds < 90) return msg('attempts.seconds', { count: retryAfterSeconds })
  return msg('attempts.minutes', { count: Math.ceil(retryAfterSeconds / 60) })
}

function atField(reason: Reason, field: string, message: string): Refusal {
  return new Refusal('invalid', reason, message, { [field]: message })
}
