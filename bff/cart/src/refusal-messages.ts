import { maxLines, maxQuantity } from '@mallhive/contracts/limits'
import type { CartReason } from '@mallhive/contracts/reasons/cart'
import { Refusal } from '@mallhive/mfe-kit/bff'
import { isRefusedFor } from '@mallhive/mfe-kit/bff/refusal'

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
  SOLD_OUT: () => 'This has just sold out.',
  ONLY_N_LEFT: ({ available }) => `Only ${available} left in stock.`,
  LINE_FULL: () => `You can order up to ${maxQuantity} of each item.`,
  CART_FULL: () => `Your cart is full. It holds up to ${maxLines} different items.`,
  KEY_REUSED: () =>
    'This was not added: the form has changed since it was sent. Please reload the page and try again.',
  UNKNOWN_SKU: () => 'This item is no longer available.',
  NOT_IN_CART: () => 'This item is no longer in your cart.',
}
