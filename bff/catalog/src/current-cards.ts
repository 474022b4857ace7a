import { CatalogService, type ProductCard } from '@mallhive/contracts/catalog'
import type { BffContext } from '@mallhive/mfe-kit/bff'

/** A list that waits longer shows what search knows. */
const cardsDeadline = { timeoutMs: 500 }

/**
 * Replaces the cards of a list that search made by the catalogue's, because the index has a change some moments later: prices,
 * and without a query the texts, which a query was compared with. Products that are not for sale any more are left out. While
 * the catalogue does not answer, cards stay as search knows them, for this answer only.
 */
export async function currentCards(
  ctx: Pick<BffContext, 'client' | 'currency' | 'doNotRemember' | 'lang' | 'log'>,
  found: ProductCard[],
  { isQuery }: { isQuery: boolean },
): Promise<ProductCard[]> {
  if (found.length === 0) return found
  const request = { ids: found.map(({ id }) => id), currency: ctx.currency, locale: ctx.lang }
  const current = await ctx
    .client(CatalogService)
    .listCards(request, cardsDeadline)
    .catch((error: unknown) => ctx.log.warn({ err: error }, 'catalogue failed, list shown by the index'))
  if (!current) {
    ctx.doNotRemember()
    return found
  }
  const byId = new Map(current.products.map((card) => [card.id, card]))
  return found.flatMap((card) => {
    const now = byId.get(card.id)
    if (!now) return []
    const { title, locale, image } = card
    return [isQuery ? { ...now, title, locale, image } : { ...now, image }]
  })
}
