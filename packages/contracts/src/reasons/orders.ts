import type { Reasons } from '../reasons.ts'

/** Reasons to refuse a step of a checkout. The checkout's BFF answers each with a page or with words at a field. */
const checkoutReasons = {
  NO_CHECKOUT: 'not_found',
  NOT_OPEN: 'conflict',
  TOTAL_CHANGED: 'conflict',
  INCOMPLETE: 'conflict',
  UNAVAILABLE: 'conflict',
  BAD_ADDRESS: 'invalid',
  BAD_EMAIL: 'invalid',
  BAD_SHIPPING_METHOD: 'invalid',
} as const satisfies Reasons

export type CheckoutReason = keyof typeof checkoutReasons

/** Reasons to refuse a look-up by number and e-mail. The profile's BFF words each of them for shoppers. */
const lookUpReasons = {
  NO_ORDER: 'not_found',
  TOO_MANY_ATTEMPTS: 'exhausted',
} as const satisfies Reasons

export type LookUpReason = keyof typeof lookUpReasons

/** All reasons of the orders service. Those of malformed calls have the words of their kind. */
export const reasons = {
  ...checkoutReasons,
  ...lookUpReasons,
  BAD_ID: 'invalid',
  ID_REUSED: 'conflict',
  BAD_CURRENCY: 'invalid',
  BAD_LOCALE: 'invalid',
  BAD_LINES: 'invalid',
  BAD_PAYMENT_METHOD: 'invalid',
  BAD_RETURN_URL: 'invalid',
  EMPTY: 'invalid',
  ACCOUNT_NEEDED: 'forbidden',
  NOT_A_GUEST: 'forbidden',
} as const satisfies Reasons
