/**
 * Returns the whole number that a person typed, also in full-width digits: ` ５ ` → 5. Undefined for an empty text and for
 * anything but digits; the caller checks the range.
 */
export function readQuantity(text: string): number | undefined {
  const digits = text.normalize('NFKC').trim()
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined
}
