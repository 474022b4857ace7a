import type { ServiceImpl } from '@connectrpc/connect'
import type { CatalogService, Product } from '@mallhive/contracts/catalog'
import { type Locale, localeOfTag } from '@mallhive/contracts/locales'
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { readProducts } from '../product/read-products.ts'
import { domainError } from '../reasons.ts'

const most = 200

// Excludes drafts but returns archived products, so that a cart can describe a line that is no longer for sale.
export function getProducts({
  db,
  products,
}: Pick<Deps, 'db' | 'products'>): ServiceImpl<typeof CatalogService>['getProducts'] {
  const read = (where: SQL, locale: Locale) => readProducts(db, sql`p.status <> 'draft' and ${where}`, locale)

  /** Returns the products of SKUs; those that are not remembered are read in one query. */
  async function ofSkus(skus: string[], locale: Locale): Promise<Product[]> {
    const unknown: string[] = []
    const reading = Promise.withResolvers<Product[]>()
    const ofSku = async (sku: string) => {
      unknown.push(sku)
      return (await reading.promise).find(({ variants }) => variants.some((variant) => variant.sku === sku))
    }
    const found = skus.map((sku) => products.of(`${locale} sku ${sku}`, () => ofSku(sku)))
    if (unknown.length > 0)
      reading.resolve(
        read(
          sql`p.id in (select product_id from catalog.variants where sku = any(${sql.param(unknown)}::text[]))`,
          locale,
        ),
      )
    return (await Promise.all(found)).filter((product) => product !== undefined)
  }

  return async (request) => {
    if (request.ids.length + request.skus.length > most) {
      throw domainError('TOO_MANY', `at most ${most} products in one call`)
    }
    const locale = localeOfTag(request.locale)
    const ids = request.ids.filter((id) => z.guid().safeParse(id).success)
    const named = await Promise.all([
      ofSkus(request.skus, locale),
      ids.length > 0 ? read(sql`p.id = any(${sql.param(ids)}::uuid[])`, locale) : [],
    ])
    return { products: [...new Map(named.flat().map((product) => [product.id, product])).values()] }
  }
}
