import type { Locale } from '@mallhive/contracts/locales'
import { openLexicon, type ProductIndex, understand, understandTyping } from '@mallhive/service-search/bench'

export type IndexQuery = Parameters<ProductIndex['search']>[0]

/** Returns a first page's query for a text, as a shopper's in euros is read. */
export type Reader = (text: string, locale: Locale) => IndexQuery

export const list = (more: Partial<IndexQuery> = {}): IndexQuery => ({
  locale: 'en',
  currency: 'EUR',
  filters: [],
  sort: 'relevance',
  size: 24,
  cursor: '',
  ...more,
})

type SuggestRequest = Parameters<ProductIndex['suggest']>[0]

/** Returns what the search box asks for, as the text of a shopper in euros is read while it is typed. */
export async function openTypingReader(
  index: ProductIndex,
): Promise<(text: string, locale: Locale) => SuggestRequest> {
  const lexicons = await openLexicons(index)
  return (text, locale) => {
    const typing = understandTyping(text, { lexicon: lexicons.get(locale)!, currency: 'EUR' })
    return { text, typing, locale, currency: 'EUR', limit: 6 }
  }
}

/** Returns a reader with the lexicons of an index's words. */
export async function openReader(index: ProductIndex): Promise<Reader> {
  const lexicons = await openLexicons(index)
  return (text, locale) =>
    list({ locale, structured: understand(text, { lexicon: lexicons.get(locale)!, currency: 'EUR' }) })
}

async function openLexicons(index: ProductIndex) {
  const locales: Locale[] = ['en', 'de']
  return new Map(
    await Promise.all(
      locales.map(
        async (locale) => [locale, await openLexicon(locale, await index.vocabulary(locale))] as const,
      ),
    ),
  )
}
