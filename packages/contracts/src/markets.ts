/**
 * The mall's markets: currencies, countries, tax regimes, address rules. The only table of these facts; services, BFFs
 * and pages derive their lists and types from it. It imports nothing, so that pages may bundle it.
 */

/** Currencies with prices. `locale` formats amounts and numbers for shoppers who choose the currency. */
export const currencies = {
  EUR: { name: 'Euro', sign: '€', locale: 'en-IE' },
  USD: { name: 'US dollar', sign: '$', locale: 'en-US' },
} as const satisfies Record<string, { name: string; sign: string; locale: string }>

export type Currency = keyof typeof currencies

export const defaultCurrency: Currency = 'EUR'

/** Whether the mall has prices in the currency of that code. */
export const isCurrency = (code: string): code is Currency => Object.hasOwn(currencies, code)

/** Returns the currency of that code, or the default one. */
export const currencyFrom = (code: string | undefined): Currency =>
  code !== undefined && isCurrency(code) ? code : defaultCurrency

export const currencyCodes = Object.keys(currencies).filter(isCurrency)

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

type Market = {
  /** Whether prices shown in this country contain its tax, or the tax is added to them. */
  tax: 'included' | 'added'
  zone: 'europe' | 'overseas'
  /** Name of an address's region, in countries that require it. */
  region?: 'state' | 'province'
  /**
   * N stands for a digit, A for a letter; spaces and dashes as printed. `prefix` is a common prefix besides the
   * country's code: D-10115. Countries without a rule accept any postcode.
   */
  postcode?: { shapes: readonly string[]; prefix?: string; example: string }
}

const europe = { tax: 'included', zone: 'europe' } as const
const overseas = { tax: 'added', zone: 'overseas' } as const

/** Countries that the mall delivers to, by ISO 3166-1 alpha-2 code. */
export const countries = {
  AT: { ...europe, postcode: { shapes: ['NNNN'], prefix: 'A', example: '1010' } },
  BE: { ...europe, postcode: { shapes: ['NNNN'], prefix: 'B', example: '1000' } },
  BG: europe,
  CA: { ...overseas, region: 'province', postcode: { shapes: ['ANA NAN'], example: 'M5V 2T6' } },
  CH: { ...europe, postcode: { shapes: ['NNNN'], example: '8001' } },
  CY: europe,
  CZ: { ...europe, postcode: { shapes: ['NNN NN'], example: '110 00' } },
  DE: { ...europe, postcode: { shapes: ['NNNNN'], prefix: 'D', example: '10115' } },
  DK: { ...europe, postcode: { shapes: ['NNNN'], example: '1050' } },
  EE: europe,
  ES: { ...europe, postcode: { shapes: ['NNNNN'], prefix: 'E', example: '28001' } },
  FI: { ...europe, postcode: { shapes: ['NNNNN'], prefix: 'FIN', example: '00100' } },
  FR: { ...europe, postcode: { shapes: ['NNNNN'], prefix: 'F', example: '75001' } },
  GB: {
    ...europe,
    postcode: {
      shapes: ['AN NAA', 'ANN NAA', 'ANA NAA', 'AAN NAA', 'AANN NAA', 'AANA NAA'],
      example: 'SW1A 1AA',
    },
  },
  GR: { ...europe, postcode: { shapes: ['NNN NN'], example: '105 57' } },
  HR: europe,
  HU: europe,
  IE: europe,
  IT: { ...europe, postcode: { shapes: ['NNNNN'], prefix: 'I', example: '00118' } },
  LT: europe,
  LU: europe,
  LV: europe,
  MT: europe,
  NL: { ...europe, postcode: { shapes: ['NNNN AA'], example: '1012 AB' } },
  NO: { ...europe, postcode: { shapes: ['NNNN'], prefix: 'N', example: '0150' } },
  PL: { ...europe, postcode: { shapes: ['NN-NNN'], example: '00-001' } },
  PT: europe,
  RO: europe,
  SE: { ...europe, postcode: { shapes: ['NNN NN'], prefix: 'S', example: '111 20' } },
  SI: europe,
  SK: { ...europe, postcode: { shapes: ['NNN NN'], example: '811 01' } },
  US: {
    ...overseas,
    region: 'state',
    postcode: { shapes: ['NNNNN', 'NNNNN-NNNN'], example: '94103' },
  },
} as const satisfies Record<string, Market>

export type Country = keyof typeof countries

/** Whether the mall delivers to the country of that code. */
export const isCountry = (code: string): code is Country => Object.hasOwn(countries, code)

export const countryCodes = Object.keys(countries).filter(isCountry)

/** Returns the rules of a country; undefined for one that the mall does not deliver to. */
export const marketOf = (country: string): Market | undefined =>
  isCountry(country) ? countries[country] : undefined
