import type { Currency } from '@mallhive/contracts/currencies'
import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import { sql, type SQL } from 'drizzle-orm'
import type { SearchTerms } from './search-terms.ts'

/** Returns a condition for listings in whose own texts, or in whose translation, a query is found. */
export const matches = ({ anywhere, typed }: SearchTerms, currency: Currency, locale: Locale): SQL =>
  locale === defaultLocale
    ? sql`document @@ ${anywhere}`
    : // A union, because an index serves each part, and none the two of them with `or`.
      sql`product_id in (
        select product_id from catalog.listings where currency = ${currency} and document @@ ${anywhere}
        union all ${translationsWith(typed.anywhere, locale)})`

/** Returns 2 for listings in whose translated title a query is found, 1 for those in whose own title it is, 0 for others. */
export const titleRank = ({ inTitle, typed }: SearchTerms, locale: Locale): SQL => {
  const own = sql`when document @@ ${inTitle} then 1 else 0 end`
  return locale === defaultLocale
    ? sql`case ${own}`
    : sql`case when product_id in (${translationsWith(typed.inTitle, locale)}) then 2 ${own}`
}

const translationsWith = (query: SQL, locale: Locale): SQL =>
  sql`select product_id from catalog.product_translations where locale = ${locale} and document @@ ${query}`
