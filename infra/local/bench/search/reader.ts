import type { Locale } from '@mallhive/contracts/locales'
import { openLexicon, type ProductIndex, understand } from '@mallhive/service-search/bench'

type IndexQuery = Parameters<ProductIndex['search']>[0]

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

/** Returns a reader with the lexicons of an index's words. */
export async function openReader(index: ProductIndex): Promise<Reader> {
  const locales = ['en', 'de'] as const
  const lexicons = new Map<Locale, Awaited<ReturnType<typeof openLexicon>>>(
    await Promise.all(
      locales.map(
        async (locale) => [locale, await openLexicon(locale, await index.vocabulary(locale))] as const,
      ),
    ),
  )
  return (text, locale) =>
    list({ locale, structured: understand(text, { lexicon: lexicons.get(locale)!, currency: 'EUR' }) })
}
