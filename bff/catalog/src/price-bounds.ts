import { readAmount } from '@mallhive/contracts/amount'
import type { Currency } from '@mallhive/contracts/currencies'

export type PriceBounds = { min?: bigint; max?: bigint }
type PriceError = 'malformed' | 'below-lowest'
export type PriceErrors = { min?: PriceError; max?: PriceError }

/** Reads the bounds of a price filter in minor units; an invalid bound is left out and has an error. */
export function readPriceBounds(
  typed: { min?: string; max?: string },
  currency: Currency,
): { bounds: PriceBounds; errors: PriceErrors } {
  const [min, max] = [read(typed.min, currency), read(typed.max, currency)]
  const bounds = { min: min?.minor, max: max?.minor }
  const errors = { min: min?.error, max: max?.error }
  if (bounds.min === undefined || bounds.max === undefined || bounds.min <= bounds.max)
    return { bounds, errors }
  return {
    bounds: { min: bounds.min },
    errors: { max: 'below-lowest' },
  }
}

function read(
  text: string | undefined,
  currency: Currency,
): { minor?: bigint; error?: PriceError } | undefined {
  if (!text?.trim()) return undefined
  const minor = readAmount(text, currency)
  return minor === undefined ? { error: 'malformed' } : { minor: BigInt(minor) }
}
