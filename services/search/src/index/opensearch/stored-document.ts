import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import type { Analyzer, Analyzers } from '../analyzer.ts'
import { cardOf } from '../card.ts'
import type { ProductDocument } from '../document.ts'
import { phrasesOf, textsOf, wordsOf } from '../texts.ts'

/** Separates a slug or phrase from its label. */
export const labelled = '\n'

/** Returns a document as the engine stores it. */
export function storedDocument(document: ProductDocument, analyzers: Analyzers) {
  const { id, skus, sellerSkus, seller, ratingAverage, ratingCount } = document
  const popularity = Math.round(ratingAverage * ratingCount)
  return {
    id,
    skus: [...skus, ...sellerSkus].map((sku) => sku.toLowerCase()),
    tags: tagsOf(document),
    traits: traitsOf(document),
    shop: `${seller.slug}${labelled}${seller.name}`,
    newest: document.createdAtMs,
    // Few ratings count less: as if ten more had given 3.8.
    rating: Math.round(((ratingAverage * ratingCount + 38) / (ratingCount + 10)) * 1000),
    popularity,
    price: Object.fromEntries(document.prices.map(({ currency, lowestMinor }) => [currency, lowestMinor])),
    in: Object.fromEntries(
      languagesOf(analyzers).map(([locale, analyzer]) => [
        locale,
        // A text that is not translated is in the shop's own language.
        inLanguage(
          document,
          locale,
          document.texts[locale] ? analyzer : analyzers[defaultLocale]!,
          popularity,
        ),
      ]),
    ),
    card: cardOf(document),
  }
}

export const languagesOf = (analyzers: Analyzers) => Object.entries(analyzers) as [Locale, Analyzer][]

/** Returns the language of the index in which a locale is searched. */
export const languageOf = (locale: Locale, analyzers: Analyzers): [Locale, Analyzer] => {
  const language = analyzers[locale] ? locale : defaultLocale
  return [language, analyzers[language]!]
}

export const titleKeyOf = (title: string, analyzer: Analyzer): string => analyzer.tokens(title).join(' ')

function inLanguage(document: ProductDocument, locale: Locale, analyzer: Analyzer, popularity: number) {
  const texts = textsOf(document, locale)
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
  const length = analyzer.tokens(title).length
  return {
    head: analyzer.stem(analyzer.head(title)),
    title: stemmed(title),
    strong: strong.map(stemmed),
    all: [...strong, description].map(stemmed),
    titleKey: titleKeyOf(title, analyzer),
    boost: (1 + 0.02 * Math.log1p(popularity)) / (1 + 0.01 * length),
    words: [...wordsOf([...strong, description], analyzer)],
    strongWords: [...strongWords],
    starts: startsOf(title),
    phrases: [...phrasesOf(texts, analyzer)].map((pair) => pair.join(labelled)),
    categoryStarts: categories.map(startsOf),
    categories: categorySlugs.map((slug, at) => `${slug}${labelled}${categories[at] ?? slug}`),
    shopStarts: startsOf(seller.name),
  }
}

/** Returns the words of a text as beginnings are compared with them. */
export const foldedWords = (text: string, analyzer: Analyzer): string[] =>
  analyzer.tokens(text).map(analyzer.fold)

/** The term of a stop word. No word has a dot. */
export const stopWord = '.'

/** What is counted: facets, the shop, the categories. */
const tagsOf = ({ facets, seller, categorySlugs }: ProductDocument): string[] => [
  ...new Set([
    ...facets.map(({ name, value }) => tagOf(name, value)),
    tagOf('seller', seller.slug),
    ...categorySlugs.map((slug) => tagOf('category', slug)),
  ]),
]

export const tagOf = (name: string, value: string): string => `${name}:${value}`

/** By what products are preferred. */
const traitsOf = ({ colours, sizes, audience, gift, facets }: ProductDocument): string[] => [
  ...new Set([
    ...traits('colour', colours),
    ...traits('size', sizes),
    ...traits('audience', audience),
    ...traits('gift', gift ? ['yes'] : []),
    ...traits(
      'material',
      facets.flatMap(({ name, value }) => (name === 'material' ? value : [])),
    ),
  ]),
]

export const traits = (name: string, values: string[] = []): string[] =>
  values.map((value) => tagOf(name, value.toLowerCase()))
