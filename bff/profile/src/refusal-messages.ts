import type { AccountReason } from '@mallhive/contracts/reasons/identity'
import type { LookUpReason } from '@mallhive/contracts/reasons/orders'
import { Refusal } from '@mallhive/mfe-kit/bff'
import { addressMessages } from '@mallhive/mfe-kit/bff/contact-fields'
import { isRefusedFor } from '@mallhive/mfe-kit/bff/refusal'

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
  INVALID_CREDENTIALS: () =>
    new Refusal('unauthenticated', 'INVALID_CREDENTIALS', 'The e-mail or password is incorrect.'),
  EMAIL_TAKEN: () =>
    atField('EMAIL_TAKEN', 'email', 'An account with this e-mail already exists. Sign in instead.'),
  INVALID_EMAIL: () => atField('INVALID_EMAIL', 'email', 'Enter an e-mail address such as ada@example.org.'),
  INVALID_NAME: () => atField('INVALID_NAME', 'name', 'Enter your name, 120 characters at most.'),
  INVALID_ADDRESS: (details) =>
    new Refusal('invalid', 'INVALID_ADDRESS', 'Please check this address.', addressMessages(details, '')),
  WEAK_PASSWORD: () => atField('WEAK_PASSWORD', 'password', 'Use 8 to 128 characters.'),
  TOO_MANY_ATTEMPTS: ({ retryAfterSeconds }) =>
    new Refusal(
      'exhausted',
      'TOO_MANY_ATTEMPTS',
      `Too many attempts. Please try again in ${inWords(Number(retryAfterSeconds))}.`,
    ),
  PASSWORDS_BUSY: () =>
    new Refusal(
      'exhausted',
      'PASSWORDS_BUSY',
      'Many people are signing in just now. Please try again in a few seconds.',
    ),
  TOO_MANY_ADDRESSES: () =>
    new Refusal('exhausted', 'TOO_MANY_ADDRESSES', 'You have 50 addresses. Delete one to add another.'),
  NO_ORDER: () =>
    new Refusal(
      'not_found',
      'NO_ORDER',
      'We found no order with this number and e-mail. Check both and try again.',
    ),
}

function inWords(seconds: number): string {
  if (!(seconds > 0)) return 'a few minutes'
  if (seconds < 90) return seconds === 1 ? 'a second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}

function atField(reason: Reason, field: string, message: string): Refusal {
  return new Refusal('invalid', reason, message, { [field]: message })
}
