/**
 * The mall's markets: countries, tax regimes, address rules; its currencies are in `currencies.ts`. The only table of these
 * facts; services, BFFs and pages derive their lists and types from it. It imports nothing.
 */

type Market = {
  /** Whether prices shown in this country contain its tax, or the tax is added to them. */
  tax: 'included' | 'added'
  zone: 'europe' | 'overseas'
  /** The IANA time zone in which most of its people live, for dates in mails. */
  timeZone: string
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
  AT: { ...europe, timeZone: 'Europe/Vienna', postcode: { shapes: ['NNNN'], prefix: 'A', example: '1010' } },
  BE: {
    ...europe,
    timeZone: 'Europe/Brussels',
    postcode: { shapes: ['NNNN'], prefix: 'B', example: '1000' },
  },
  BG: { ...europe, timeZone: 'Europe/Sofia' },
  CA: {
    ...overseas,
    timeZone: 'America/Toronto',
    region: 'province',
    postcode: { shapes: ['ANA NAN'], example: 'M5V 2T6' },
  },
  CH: { ...europe, timeZone: 'Europe/Zurich', postcode: { shapes: ['NNNN'], example: '8001' } },
  CY: { ...europe, timeZone: 'Asia/Nicosia' },
  CZ: { ...europe, timeZone: 'Europe/Prague', postcode: { shapes: ['NNN NN'], example: '110 00' } },
  DE: {
    ...europe,
    timeZone: 'Europe/Berlin',
    postcode: { shapes: ['NNNNN'], prefix: 'D', example: '10115' },
  },
  DK: { ...europe, timeZone: 'Europe/Copenhagen', postcode: { shapes: ['NNNN'], example: '1050' } },
  EE: { ...europe, timeZone: 'Europe/Tallinn' },
  ES: {
    ...europe,
    timeZone: 'Europe/Madrid',
    postcode: { shapes: ['NNNNN'], prefix: 'E', example: '28001' },
  },
  FI: {
    ...europe,
    timeZone: 'Europe/Helsinki',
    postcode: { shapes: ['NNNNN'], prefix: 'FIN', example: '00100' },
  },
  FR: { ...europe, timeZone: 'Europe/Paris', postcode: { shapes: ['NNNNN'], prefix: 'F', example: '75001' } },
  GB: {
    ...europe,
    timeZone: 'Europe/London',
    postcode: {
      shapes: ['AN NAA', 'ANN NAA', 'ANA NAA', 'AAN NAA', 'AANN NAA', 'AANA NAA'],
      example: 'SW1A 1AA',
    },
  },
  GR: { ...europe, timeZone: 'Europe/Athens', postcode: { shapes: ['NNN NN'], example: '105 57' } },
  HR: { ...europe, timeZone: 'Europe/Zagreb' },
  HU: { ...europe, timeZone: 'Europe/Budapest' },
  IE: { ...europe, timeZone: 'Europe/Dublin' },
  IT: { ...europe, timeZone: 'Europe/Rome', postcode: { shapes: ['NNNNN'], prefix: 'I', example: '00118' } },
  LT: { ...europe, timeZone: 'Europe/Vilnius' },
  LU: { ...europe, timeZone: 'Europe/Luxembourg' },
  LV: { ...europe, timeZone: 'Europe/Riga' },
  MT: { ...europe, timeZone: 'Europe/Malta' },
  NL: { ...europe, timeZone: 'Europe/Amsterdam', postcode: { shapes: ['NNNN AA'], example: '1012 AB' } },
  NO: { ...europe, timeZone: 'Europe/Oslo', postcode: { shapes: ['NNNN'], prefix: 'N', example: '0150' } },
  PL: { ...europe, timeZone: 'Europe/Warsaw', postcode: { shapes: ['NN-NNN'], example: '00-001' } },
  PT: { ...europe, timeZone: 'Europe/Lisbon' },
  RO: { ...europe, timeZone: 'Europe/Bucharest' },
  SE: {
    ...europe,
    timeZone: 'Europe/Stockholm',
    postcode: { shapes: ['NNN NN'], prefix: 'S', example: '111 20' },
  },
  SI: { ...europe, timeZone: 'Europe/Ljubljana' },
  SK: { ...europe, timeZone: 'Europe/Bratislava', postcode: { shapes: ['NNN NN'], example: '811 01' } },
  US: {
    ...overseas,
    timeZone: 'America/New_York',
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
