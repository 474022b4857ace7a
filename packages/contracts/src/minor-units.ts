/** ISO 4217 exponents other than two. Intl's differ by engine: RSD, HUF, ISK. */
const exponents: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

/** Returns the number of decimals of an ISO 4217 currency: EUR 2, JPY 0, KWD 3. */
export function exponentOf(currency: string): number {
  const listed = Object.entries(exponents).find(([, codes]) => codes.split(' ').includes(currency))
  return listed ? Number(listed[0]) : 2
}

/** Formats an amount in minor units as a decimal: `1299 EUR` → `12.99`, `5 KWD` → `0.005`. */
export function decimalOf(minor: number, currency: string): string {
  const exponent = exponentOf(currency)
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  return `${minor < 0 ? '-' : ''}${whole}${exponent ? `.${digits.slice(-exponent)}` : ''}`
}
