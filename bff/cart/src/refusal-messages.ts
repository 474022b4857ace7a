import type { CartReason } from '@mallhive/contracts/reasons/cart'
import { Refusal } from '@mallhive/mfe-kit/bff'
import { isRefusedFor } from '@mallhive/mfe-kit/bff/refusal'

/** Rethrows refusals of the cart service with a message for shoppers; other errors unchanged. */
export async function refusalMessages<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    if (!isRefusedFor(words, error)) throw error
    throw new Refusal('conflict', error.reason, words[error.reason](error.details), error.details)
  }
}

const words: Record<CartReason, (details: Record<string, string>) => string> = {
  SOLD_OUT: () => 'This has just sold out.',
  ONLY_N_LEFT: ({ available }) => `Only ${available} left, and your cart can’t hold more than that.`,
  LINE_FULL: () => 'A cart holds 99 of a thing at most.',
  CART_FULL: () => 'Your cart is full: it holds 100 different things.',
  UNKNOWN_SKU: () => 'This is no longer for sale.',
  NOT_IN_CART: () => 'This is no longer in your cart.',
}
