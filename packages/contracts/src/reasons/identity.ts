import type { Reasons } from '../reasons.ts'

/** Reasons to refuse a form of the profile. The profile's BFF words each of them for shoppers. */
const accountReasons = {
  INVALID_CREDENTIALS: 'unauthenticated',
  EMAIL_TAKEN: 'conflict',
  INVALID_EMAIL: 'invalid',
  INVALID_NAME: 'invalid',
  INVALID_ADDRESS: 'invalid',
  WEAK_PASSWORD: 'invalid',
  TOO_MANY_ATTEMPTS: 'exhausted',
  PASSWORDS_BUSY: 'exhausted',
  TOO_MANY_ADDRESSES: 'exhausted',
} as const satisfies Reasons

export type AccountReason = keyof typeof accountReasons

/** All reasons of the identity service. A missing address and a missing account have the words of their kinds. */
export const reasons = {
  ...accountReasons,
  ACCOUNT_NEEDED: 'forbidden',
  ADDRESS_NOT_FOUND: 'not_found',
} as const satisfies Reasons
