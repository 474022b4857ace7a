import type { z } from 'zod'

/** Where the mall delivers, as orders knows it. */
export const countries =
  'AT BE BG CA CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL NO PL PT RO SE SI SK US'.split(' ')

type Postcode = { pattern: RegExp; example: string }

const digits = (count: number, example: string): Postcode => ({
  pattern: new RegExp(`^\\d{${count}}$`),
  example,
})
const postcodes: Record<string, Postcode> = {
  AT: digits(4, '1010'),
  BE: digits(4, '1000'),
  CH: digits(4, '8001'),
  DK: digits(4, '1050'),
  NO: digits(4, '0150'),
  DE: digits(5, '10115'),
  ES: digits(5, '28001'),
  FI: digits(5, '00100'),
  FR: digits(5, '75001'),
  IT: digits(5, '00118'),
  US: { pattern: /^\d{5}(\d{4})?$/, example: '94103' },
  CA: { pattern: /^[A-Z]\d[A-Z]\d[A-Z]\d$/, example: 'M5V 2T6' },
  GB: { pattern: /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/, example: 'SW1A 1AA' },
  NL: { pattern: /^\d{4}[A-Z]{2}$/, example: '1012 AB' },
}

type Place = { country: string; postcode: string; region: string }

/** Catches slips, not people: spaces, dashes and case never matter, and countries without a rule take anything. */
export function checkPlace({ country, postcode, region }: Place, context: z.RefinementCtx): void {
  const rule = postcodes[country]
  const plain = postcode.replace(/[\s-]/g, '').toUpperCase()
  if (postcode && rule && !rule.pattern.test(plain)) {
    context.addIssue({
      code: 'custom',
      path: ['postcode'],
      message: `That does not look right. An example: ${rule.example}.`,
    })
  }
  if ((country === 'US' || country === 'CA') && !region) {
    context.addIssue({
      code: 'custom',
      path: ['region'],
      message: country === 'US' ? 'Enter the state.' : 'Enter the province.',
    })
  }
}
