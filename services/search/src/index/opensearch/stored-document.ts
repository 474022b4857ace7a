import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import { type Analyzer, type Analyzers, localesOf } from '../analyzer.ts'
import { cardOf } from '../card.ts'
import type { ProductDocument } from '../document.ts'
import { inStock } from '../own-facets.ts'
import { cellOf } from '../price-buckets.ts'
import { bestSellingOf, standingOf } from '../standing.ts'
import type { Tag } from '../tag.ts'
import { tagsOf, traitsOf } from '../tags.ts'
import { phrasesOf, textsOf, titleKey, wordsOf } from '../texts.ts'

/** Separates a slug or phrase from its label. */
export const labelled = '\n'

/** What of a product a hit may show besides its card. */
export type StoredTexts = Pick<ProductDocument, 'factNames'> & { texts: Partial<ProductDocument['texts']> }

/** Returns a document as the engine stores it. */
export function storedDocument(document: ProductDocument, analyzers: Analyzers) {
  const { id, skus, sellerSkus, seller } = document
  const { newest, rating, popularity } = standingOf(document, 0)
  return {
    id,
    skus: [...skus, ...sellerSkus].map((sku) => sku.toLowerCase()),
    tags: [...tagsOf(document), ...(document.inStock ? [inStock] : [])].map(tagOf),
    traits: traitsOf(document).map(tagOf),
    shop: `${seller.slug}${labelled}${seller.name}`,
    newest,
    rating,
    popularity,
    sold: document.sold,
    bestSelling: bestSellingOf(document),
    price: Object.fromEntries(document.prices.map(({ currency, lowestMinor }) => [currency, lowestMinor])),
    priceCell: Object.fromEntries(
      document.prices.map(({ currency, lowestMinor }) => [currency, cellOf(lowestMinor)]),
    ),
    in: Object.fromEntries(
      localesOf(analyzers).map((locale) => [locale, inLanguage(document, locale, analyzers)]),
    ),
    card: cardOf(document),
    document,
  }
}

/** Returns the language of the index in which a locale is searched. */
export const languageOf = (locale: Locale, analyzers: Analyzers): [Locale, Analyzer] => {
  const language = analyzers[locale] ? locale : defaultLocale
  return [language, analyzers[language]!]
}

function inLanguage(document: ProductDocument, locale: Locale, analyzers: Analyzers) {
  const { texts, analyzer } = textsOf(document, locale, analyzers)
  const { title, categories, facts, description } = texts
  const { seller, categorySlugs } = document
  const stemmed = (text: string) =>
    analyzer
      .tokens(text)
      // A stop word leaves a gap, which phrases have too.
      .map((word) => (analyzer.isStopWord(word) ? stopWord : analyzer.stem(word)))
      .join(' ')
  const startsOf = (text: string) => foldedWords(text, analyzer).join(' ')
  const strong = [title, ...categories, ...facts]
  const strongWords = wordsOf(strong, analyzer)
  const head = analyzer.head(title)
  return {
    head: analyzer.stem(head),
    title: stemmed(title),
    strong: strong.map(stemmed),
    all: [...strong, description].map(stemmed),
    titleKey: titleKey(title, analyzer),
    boost: standingOf(document, analyzer.tokens(title).length).boost,
    words: [...wordsOf([...strong, description], analyzer)],
    strongWords: [...strongWords],
    headWord: head,
    starts: startsOf(title),
    phrases: [...phrasesOf(texts, analyzer)].map((pair) => pair.join(labelled)),
    categoryStarts: categories.map(startsOf),
    categories: categorySlugs.map((slug, at) => `${slug}${labelled}${categories[at] ?? slug}`),
    shopStarts: startsOf(seller.name),
  }
}

/** Returns the words of a text as beginnings are compared with them. */
export const foldedWords = (text: string, analyzer: Analyzer): string[] =>
  analyzer.tokens(text).map((word) => analyzer.fold(word))

/** The term of a stop word. No word has a dot. */
export const stopWord = '.'

/** The term of a facet's value or of a trait. */
export const tagOf = ({ name, value }: Tag): string => `${name}:${value}`
