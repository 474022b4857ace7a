import { plainText } from './pasted-text.ts'

/**
 * Returns the whole number that a person typed, in digits of any script: ` ５ ` → 5. Undefined for an empty text and for
 * anything but digits; the caller checks the range.
 */
export function readQuantity(text: string): number | undefined {
  const digits = plainText(text).trim()
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined
}
