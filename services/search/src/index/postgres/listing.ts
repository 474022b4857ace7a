import { currencyCodes } from '@mallhive/contracts/currencies'
import type { Locale } from '@mallhive/contracts/locales'
import type { Analyzers } from '../analyzer.ts'
import type { ProductDocument } from '../document.ts'
import { standingOf } from '../standing.ts'
import { textsOf, titleKey } from '../texts.ts'
import { tsvectorOf } from './terms.ts'

/** Returns a document's row in a language, without its tags. */
export function listingOf(document: ProductDocument, locale: Locale, analyzers: Analyzers) {
  const { texts, analyzer } = textsOf(document, locale, analyzers)
  const stemmed = (text: string) =>
    analyzer.tokens(text).map((word) => (analyzer.isStopWord(word) ? undefined : analyzer.stem(word)))
  const head = analyzer.stem(analyzer.head(texts.title))
  const title = stemmed(texts.title)
  return {
    locale,
    id: document.id,
    strong: tsvectorOf([
      { stems: title, weight: (stem) => (stem === head ? 'A' : 'B') },
      ...[...texts.categories, ...texts.facts].map((text) => ({
        stems: stemmed(text),
        weight: () => 'C' as const,
      })),
    ]),
    body: tsvectorOf([{ stems: stemmed(texts.description), weight: () => 'D' }]),
    title_key: titleKey(texts.title, analyzer),
    ...standingOf(document, title.length),
    ...Object.fromEntries(
      currencyCodes.map((code) => [
        `price_${code.toLowerCase()}`,
        document.prices.find(({ currency }) => currency === code)?.lowestMinor ?? null,
      ]),
    ),
  }
}
