import type { ServiceImpl } from '@connectrpc/connect'
import { type CatalogService, ProductChangedSchema } from '@mallhive/contracts/catalog'
import { type Actor, actorOf, isMember } from '@mallhive/service-kit/auth'
import type { Executor } from '@mallhive/service-kit/db'
import { DomainError } from '@mallhive/service-kit/errors'
import { publish } from '@mallhive/service-kit/outbox'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { readProducts } from '../product/read-products.ts'
import { parseProduct } from '../product/parse-product.ts'
import type { ProductRecord } from '../product/record.ts'
import { writeProducts } from '../product/write-products.ts'
import { rows } from '../rows.ts'
import { outbox } from '../schema.ts'

/** The roles of a shop that write its products. */
const editors = ['owner', 'manager'] as const

export function saveProduct({
  db,
  products,
}: Pick<Deps, 'db' | 'products'>): ServiceImpl<typeof CatalogService>['saveProduct'] {
  return async (request, context) => {
    const actor = actorOf(context)
    const wanted = parseProduct(request.product)
    const answer = await db.transaction(async (tx) => {
      const [before] = await readProducts(tx, sql`p.id = ${wanted.id}::uuid`)
      requireOwner(actor, wanted.sellerId)
      if (before) requireOwner(actor, before.seller!.id)
      await requireKnown(tx, wanted)
      await requireFree(tx, wanted)
      await writeProducts(tx, [{ ...wanted, ...keptFrom(before) }])
      const [product] = await readProducts(tx, sql`p.id = ${wanted.id}::uuid`)
      await publish(tx, outbox, ProductChangedSchema, { product }, wanted.id)
      return { product }
    })
    // Other instances hear of it; whoever saves here reads it at once.
    products.forget()
    return answer
  }
}

function requireOwner(actor: Actor, sellerId: string): void {
  if (isMember(actor, sellerId, editors) || actor.roles.includes('admin')) return
  throw new DomainError('forbidden', 'NOT_YOUR_PRODUCT', 'the product belongs to another shop')
}

async function requireKnown(tx: Executor, { categoryId, sellerId }: ProductRecord): Promise<void> {
  const [known] = await rows<{ category: boolean; seller: boolean }>(
    tx,
    sql`
      select exists (select from catalog.categories where id = ${categoryId}::uuid) as category,
        exists (select from catalog.sellers where id = ${sellerId}::uuid) as seller`,
  )
  if (!known?.category) throw new DomainError('invalid', 'CATEGORY_NOT_FOUND', `no category ${categoryId}`)
  if (!known.seller) throw new DomainError('invalid', 'SELLER_NOT_FOUND', `no seller ${sellerId}`)
}

// Slugs and SKUs name one product each; without this check a save could rewrite another shop's variant. Whoever saves the
// same names at the same time waits here, and then finds them taken.
async function requireFree(tx: Executor, { id, slug, variants }: ProductRecord): Promise<void> {
  const skus = variants.map((variant) => variant.sku)
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(name, 0))
    from (select name from unnest(${sql.param([slug, ...skus])}::text[]) name order by name) names`)
  const [taken] = await rows<{ name: string }>(
    tx,
    sql`
      select slug as name from catalog.products where slug = ${slug} and id <> ${id}::uuid
      union all
      select sku from catalog.variants where sku = any(${sql.param(skus)}::text[]) and product_id <> ${id}::uuid`,
  )
  if (taken) throw new DomainError('conflict', 'NAME_TAKEN', `"${taken.name}" belongs to another product`)
}

// Ratings are the buyers' to give; a save never changes them.
function keptFrom(before: { ratingAverage: number; ratingCount: number } | undefined) {
  return { ratingAverage: before?.ratingAverage ?? 0, ratingCount: before?.ratingCount ?? 0 }
}
