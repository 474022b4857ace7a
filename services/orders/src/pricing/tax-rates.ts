/** A country's rate in basis points, and whether prices shown there already contain it. */
export type TaxRate = { bps: number; included: boolean }

const gross = (bps: number): TaxRate => ({ bps, included: true })
const net = (bps: number): TaxRate => ({ bps, included: false })

/** Standard rates of the countries that the mall delivers to. In the US one flat rate stands for the states' many. */
const rates: Record<string, TaxRate> = {
  AT: gross(2000),
  BE: gross(2100),
  BG: gross(2000),
  CY: gross(1900),
  CZ: gross(2100),
  DE: gross(1900),
  DK: gross(2500),
  EE: gross(2400),
  ES: gross(2100),
  FI: gross(2550),
  FR: gross(2000),
  GR: gross(2400),
  HR: gross(2500),
  HU: gross(2700),
  IE: gross(2300),
  IT: gross(2200),
  LT: gross(2100),
  LU: gross(1700),
  LV: gross(2100),
  MT: gross(1800),
  NL: gross(2100),
  PL: gross(2300),
  PT: gross(2300),
  RO: gross(2100),
  SE: gross(2500),
  SI: gross(2200),
  SK: gross(2300),
  CH: gross(810),
  GB: gross(2000),
  NO: gross(2500),
  CA: net(500),
  US: net(700),
}

/** Nothing for a country that is not served. */
export const taxRateOf = (country: string): TaxRate | undefined => rates[country]
