import type { ServiceImpl } from '@connectrpc/connect'
import { localeOfTag } from '@mallhive/contracts/locales'
import type { SearchService } from '@mallhive/contracts/search'
import { knownCurrency } from '../answer/scope.ts'
import { toCard } from '../answer/to-card.ts'
import { categoriesIn } from '../catalogue/catalogue.ts'
import type { Deps } from '../deps.ts'

const maxLength = 200

export function suggest({
  catalogue: readCatalogue,
  index,
  understanding,
}: Pick<Deps, 'catalogue' | 'index' | 'understanding'>): ServiceImpl<typeof SearchService>['suggest'] {
  return async (request) => {
    const locale = localeOfTag(request.locale)
    const currency = knownCurrency(request.currency)
    const text = request.query.slice(0, maxLength).trimStart()
    if (text === '') return {}
    const limit = Math.min(Math.max(request.limit || 6, 1), 20)
    const catalogue = await readCatalogue()
    const typing = await understanding.understandTyping(text, { locale, currency })
    const found = await index.suggest({ text, typing, locale, currency, limit })
    const categories = categoriesIn(catalogue, locale)
    return {
      products: found.products.map((card) => toCard(card, currency)),
      categories: found.categories.flatMap(({ slug }) => categories.get(slug) ?? []),
      shops: found.shops.flatMap(({ slug }) => catalogue.shops.get(slug) ?? []),
      completions: found.completions,
    }
  }
}
