import { maxLines, maxQuantity } from '@mallhive/contracts/limits'
import type { CartReason } from '@mallhive/contracts/reasons/cart'
import { Refusal } from '@mallhive/mfe-kit/bff'
import { isRefusedFor } from '@mallhive/mfe-kit/bff/refusal'
import { msg } from './messages.ts'

/** Rethrows refusals of the cart service with a message for shoppers; other errors unchanged. */
export async function refusalMessages<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    if (!isRefusedFor(words, error)) throw error
    throw refusalFor(error.reason, error.details)
  }
}

/** Returns the refusal of one reason with its message for shoppers. */
export const refusalFor = (reason: CartReason, details: Record<string, string> = {}): Refusal =>
  new Refusal('conflict', reason, words[reason](details), details)

const words: Record<CartReason, (details: Record<string, string>) => string> = {
  SOLD_OUT: () => msg('refused.sold-out'),
  ONLY_N_LEFT: ({ available }) => msg('refused.only-left', { count: Number(available) }),
  LINE_FULL: () => msg('refused.line-full', { most: maxQuantity }),
  CART_FULL: () => msg('refused.cart-full', { most: maxLines }),
  KEY_REUSED: () => msg('refused.key-reused'),
  UNKNOWN_SKU: () => msg('refused.unknown-sku'),
  NOT_IN_CART: () => msg('refused.not-in-cart'),
}
