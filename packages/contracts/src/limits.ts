/**
 * Limits that several doors enforce: what the first one accepts is accepted at every later one. It imports nothing, so that
 * pages may bundle it.
 */

/** Largest quantity of one line of a cart or checkout. */
export const maxQuantity = 99

/** Largest number of lines of a cart or checkout. */
export const maxLines = 100

/**
 * Largest price in minor units. A full cart of it, times a tax rate in basis points, stays a safe integer:
 * 10^8 × 99 × 100 × 2,700 < 2^53.
 */
export const maxPriceMinor = 100_000_000
