import type { ServiceImpl } from '@connectrpc/connect'
import type { CatalogService } from '@mallhive/contracts/catalog'
import { shopRoles } from '@mallhive/contracts/roles'
import { actorOf, isMember } from '@mallhive/service-kit/auth'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { readProducts } from '../product/read-products.ts'
import { readTranslations } from '../product/translations.ts'
import { domainError } from '../reasons.ts'

/** Returns a product with its revision and translations, drafts included. @throws DomainError PRODUCT_NOT_FOUND also for another shop's product */
export function getShopProduct({
  db,
}: Pick<Deps, 'db'>): ServiceImpl<typeof CatalogService>['getShopProduct'] {
  return async ({ id }, context) => {
    const actor = actorOf(context)
    const isId = z.guid().safeParse(id).success
    const [product] = isId ? await readProducts(db, sql`p.id = ${id}::uuid`) : []
    const isOwn = isMember(actor, product?.seller?.id ?? '', shopRoles) || actor.roles.includes('admin')
    if (!product || !isOwn) throw domainError('PRODUCT_NOT_FOUND', `no product ${id}`)
    const translations = await readTranslations(db, [id])
    product.translations = translations.get(id)
    return { product }
  }
}
