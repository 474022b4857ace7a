import { Refusal } from '@mallhive/mfe-kit/bff'

type Refused = { reason: string; details: Record<string, string> }

/** Rethrows refusals of the cart service with a message for shoppers; other errors unchanged. */
export async function refusalMessages<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    const words = isRefused(error) ? wordsFor(error) : undefined
    if (words === undefined || !isRefused(error)) throw error
    throw new Refusal('conflict', error.reason, words, error.details)
  }
}

function wordsFor({ reason, details }: Refused): string | undefined {
  switch (reason) {
    case 'SOLD_OUT':
      return 'This has just sold out.'
    case 'ONLY_N_LEFT':
      return `Only ${details['available']} left, and your cart can’t hold more than that.`
    case 'LINE_FULL':
      return 'A cart holds 99 of a thing at most.'
    case 'CART_FULL':
      return 'Your cart is full: it holds 100 different things.'
    case 'UNKNOWN_SKU':
      return 'This is no longer for sale.'
    case 'NOT_IN_CART':
      return 'This is no longer in your cart.'
    default:
      return undefined
  }
}

function isRefused(error: unknown): error is Error & Refused {
  return error instanceof Error && 'reason' in error && 'details' in error
}
