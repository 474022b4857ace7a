import type { Reasons } from '../reasons.ts'

/** Reasons to refuse a change of a cart. The cart's BFF words each of them for shoppers. */
const cartReasons = {
  SOLD_OUT: 'conflict',
  ONLY_N_LEFT: 'conflict',
  LINE_FULL: 'conflict',
  CART_FULL: 'conflict',
  KEY_REUSED: 'conflict',
  UNKNOWN_SKU: 'not_found',
  NOT_IN_CART: 'not_found',
} as const satisfies Reasons

export type CartReason = keyof typeof cartReasons

/** All reasons of the cart service. Those of inventory and of malformed calls have no words of their own. */
export const reasons = {
  ...cartReasons,
  ACCOUNT_NEEDED: 'forbidden',
  NOT_A_GUEST: 'forbidden',
  INVALID_SKU: 'invalid',
  INVALID_ID: 'invalid',
  INVALID_QUANTITY: 'invalid',
  INVALID_PRICE: 'invalid',
  INVALID_CURSOR: 'invalid',
  OUT_OF_STOCK: 'conflict',
  NO_RESERVATION: 'not_found',
  RESERVATION_COMMITTED: 'conflict',
  RESERVATION_DIFFERS: 'conflict',
  RESERVATION_EXPIRED: 'conflict',
  RESERVATION_RELEASED: 'conflict',
  NO_LINES: 'invalid',
  TOO_MANY_LINES: 'invalid',
  TOO_MANY_SKUS: 'invalid',
  SELLER_NEEDED: 'invalid',
  NOT_YOUR_STOCK: 'forbidden',
  STOCK_PROMISED: 'conflict',
  TRY_AGAIN: 'unavailable',
} as const satisfies Reasons
