import type { Timestamp } from '@bufbuild/protobuf/wkt'
import { timestampDate } from '@bufbuild/protobuf/wkt'
import { marketOf } from '@mallhive/contracts/markets'
import { exponentOf } from '@mallhive/contracts/minor-units'
import { minorOf, type Money } from '@mallhive/contracts/money'

export type Formats = ReturnType<typeof newFormats>

/** Locales whose formats are kept: creating them costs as much as the rest of a mail. */
const maxKept = 50
const kept = new Map<string, Formats>()

/** Returns the formats of a locale. Absent values become empty text. */
export function formatsOf(locale: string): Formats {
  const known = kept.get(locale)
  if (known) return known
  if (kept.size >= maxKept) kept.clear()
  const formats = newFormats(locale)
  kept.set(locale, formats)
  return formats
}

function newFormats(locale: string) {
  const days = new Map<string, Intl.DateTimeFormat>()
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' })
  const rates = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
  const amounts = new Map<string, Intl.NumberFormat>()
  return {
    /** "27 November 2026", at the place of delivery: the shopper's own time zone is not known. */
    day(at: Timestamp | undefined, country: string): string {
      if (!at) return ''
      const timeZone = marketOf(country)?.timeZone ?? 'UTC'
      const format = days.get(timeZone) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
      days.set(timeZone, format)
      return format.format(timestampDate(at))
    },
    /** "€12.90"; the currency decides the number of minor units in a major one. */
    money(money: Money | undefined): string {
      if (!money) return ''
      const { currency } = money
      const exponent = exponentOf(currency)
      const digits = { minimumFractionDigits: exponent, maximumFractionDigits: exponent }
      const format =
        amounts.get(currency) ?? new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits })
      amounts.set(currency, format)
      return format.format(minorOf(money) / 10 ** exponent)
    },
    /** "19%" of 1900 basis points. */
    rate: (bps: number): string => rates.format(bps / 10_000),
    /** The country's name, or what stands there when it is no ISO 3166-1 code. */
    country: (code: string): string => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
  }
}
