import { currencyCodes } from '@mallhive/contracts/currencies'
import type { Locale } from '@mallhive/contracts/locales'
import type { Analyzers } from '../analyzer.ts'
import type { ProductDocument } from '../document.ts'
import { standingOf } from '../standing.ts'
import { textsOf, titleKey } from '../texts.ts'
import { analysed } from './analysed.ts'
import { termOf, tsvectorOf } from './terms.ts'

/** Returns a document's row in a language, without its tags. */
export function listingOf(document: ProductDocument, locale: Locale, analyzers: Analyzers) {
  const { texts, analyzer } = textsOf(document, locale, analyzers)
  const words = analysed(texts, analyzer)
  const stemmed = (row: string[]) =>
    row.map((word) => (analyzer.isStopWord(word) ? undefined : analyzer.stem(word)))
  const title = stemmed(words.title)
  return {
    locale,
    id: document.id,
    strong: tsvectorOf(locale, [title, ...words.facts.map(stemmed)]),
    title: tsvectorOf(locale, [title]),
    head: termOf(locale, analyzer.stem(words.head)),
    body: tsvectorOf(locale, [stemmed(words.description)]),
    title_key: titleKey(texts.title, analyzer),
    in_stock: document.inStock,
    sold: document.sold,
    ...standingOf(document, words.title.length),
    ...Object.fromEntries(
      currencyCodes.map((code) => [
        `price_${code.toLowerCase()}`,
        document.prices.find(({ currency }) => currency === code)?.lowestMinor ?? null,
      ]),
    ),
  }
}
