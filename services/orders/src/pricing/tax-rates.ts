import { type Country, countries, isCountry } from '@mallhive/contracts/markets'

/** A country's rate in basis points, and whether its prices include tax. */
export type TaxRate = { bps: number; included: boolean }

/** Standard rates in basis points. One flat rate simplifies those of the US states. */
const rates: Record<Country, number> = {
  AT: 2000,
  BE: 2100,
  BG: 2000,
  CA: 500,
  CH: 810,
  CY: 1900,
  CZ: 2100,
  DE: 1900,
  DK: 2500,
  EE: 2400,
  ES: 2100,
  FI: 2550,
  FR: 2000,
  GB: 2000,
  GR: 2400,
  HR: 2500,
  HU: 2700,
  IE: 2300,
  IT: 2200,
  LT: 2100,
  LU: 1700,
  LV: 2100,
  MT: 1800,
  NL: 2100,
  NO: 2500,
  PL: 2300,
  PT: 2300,
  RO: 2100,
  SE: 2500,
  SI: 2200,
  SK: 2300,
  US: 700,
}

/** Returns the tax rate of a country; undefined for a country that is not served. */
export const taxRateOf = (country: string): TaxRate | undefined =>
  isCountry(country) ? { bps: rates[country], included: countries[country].tax === 'included' } : undefined
