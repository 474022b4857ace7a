import { createHash } from 'node:crypto'
import { currencyCodes } from '@mallhive/contracts/currencies'
import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import { type Analyzer, type Analyzers, analyzerOf } from '../analyzer.ts'
import type { DocumentTexts, ProductDocument } from '../document.ts'
import { tsvectorOf } from './terms.ts'

/** Returns a document's row in a language, without its tags. */
export function listingOf(document: ProductDocument, locale: Locale, analyzers: Analyzers) {
  const { texts, analyzer } = textsOf(document, locale, analyzers)
  const stemmed = (text: string) =>
    analyzer.tokens(text).map((word) => (analyzer.isStopWord(word) ? undefined : analyzer.stem(word)))
  const head = analyzer.stem(analyzer.head(texts.title))
  const title = stemmed(texts.title)
  const { ratingAverage, ratingCount } = document
  const popularity = Math.round(ratingAverage * ratingCount)
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
    newest: document.createdAtMs,
    // Few ratings count less: as if ten more had given 3.8.
    rating: Math.round(((ratingAverage * ratingCount + 38) / (ratingCount + 10)) * 1000),
    popularity,
    boost: (1 + 0.02 * Math.log1p(popularity)) / (1 + 0.01 * title.length),
    ...Object.fromEntries(
      currencyCodes.map((code) => [
        `price_${code.toLowerCase()}`,
        document.prices.find(({ currency }) => currency === code)?.lowestMinor ?? null,
      ]),
    ),
  }
}

/** Returns the texts of a document in a language, or the shop's own where it has no translation, and how to analyse them. */
export function textsOf({ texts }: ProductDocument, locale: Locale, analyzers: Analyzers) {
  const own = texts[locale]
  return {
    texts: own ?? texts[defaultLocale] ?? noTexts,
    analyzer: analyzerOf(analyzers, locale, own !== undefined),
  }
}

const noTexts: DocumentTexts = { title: '', categories: [], facts: [], description: '', alt: '' }

/** Returns a number that is the same for titles of the same words. */
export function titleKey(title: string, analyzer: Analyzer): number {
  return createHash('sha1').update(analyzer.tokens(title).join(' ')).digest().readUIntBE(0, 6)
}
