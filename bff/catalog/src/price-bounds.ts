import { readAmount } from '@mallhive/contracts/amount'
import type { Currency } from '@mallhive/contracts/currencies'

export type PriceBounds = { min?: bigint; max?: bigint }
export type PriceErrors = { min?: string; max?: string }

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
    errors: { max: 'The highest price must not be below the lowest one.' },
  }
}

function read(text: string | undefined, currency: Currency): { minor?: bigint; error?: string } | undefined {
  if (!text?.trim()) return undefined
  const minor = readAmount(text, currency)
  return minor === undefined ? { error: 'Enter an amount such as 20 or 19.99.' } : { minor: BigInt(minor) }
}
