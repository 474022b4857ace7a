import type { ServiceImpl } from '@connectrpc/connect'
import { type CatalogService, ProductChangedSchema } from '@mallhive/contracts/catalog'
import { type Actor, actorOf, isMember } from '@mallhive/service-kit/auth'
import type { Executor } from '@mallhive/service-kit/db'
import { publish } from '@mallhive/service-kit/outbox'
import { sql } from 'drizzle-orm'
import type { Deps } from '../deps.ts'
import { readWholeProducts } from '../product/read-whole-products.ts'
import { parseProduct } from '../product/parse-product.ts'
import { learnNames } from '../listing/learn-names.ts'
import type { AttributeRecord, ProductRecord } from '../product/record.ts'
import { writeProducts } from '../product/write-products.ts'
import { rows } from '../rows.ts'
import { outbox } from '../schema.ts'
import { domainError } from '../reasons.ts'

/** Shop roles that may write products. */
const editors = ['owner', 'manager'] as const

export function saveProduct({
  db,
  products,
  summaries,
}: Pick<Deps, 'db' | 'products' | 'summaries'>): ServiceImpl<typeof CatalogService>['saveProduct'] {
  return async (request, context) => {
    const actor = actorOf(context)
    const wanted = parseProduct(request.write)
    requireEditor(actor, wanted.sellerId)
    const answer = await db.transaction(async (tx) => {
      await holdNames(tx, wanted)
      const before = await requireRevision(tx, wanted.id, request.write?.revision ?? 0)
      if (before) requireEditor(actor, before.sellerId)
      await requireKnown(tx, wanted)
      await requireFree(tx, wanted)
      await requireOwnSkus(tx, wanted.id, request.write?.variants ?? [])
      const attributes = await labelled(tx, wanted.attributes)
      await writeProducts(tx, [{ ...wanted, attributes, ...ratingOf(before) }])
      const [product] = await readWholeProducts(tx, [wanted.id])
      await publish(tx, outbox, ProductChangedSchema, { product }, wanted.id)
      return { product }
    })
    await learnNames(db, [wanted.id])
    // Clears this instance's caches at once; other instances are notified.
    products.forget()
    summaries.forget()
    return answer
  }
}

function requireEditor(actor: Actor, shopId: string): void {
  if (isMember(actor, shopId, editors) || actor.roles.includes('admin')) return
  throw domainError('NOT_YOUR_PRODUCT', 'the product belongs to another shop')
}

/**
 * Takes advisory locks on the names that must be unique, until the end of the transaction: a concurrent save with the same
 * name waits and then finds it taken. Saves without a common name do not block each other.
 */
async function holdNames(tx: Executor, { id, slug, sellerId, variants }: ProductRecord): Promise<void> {
  const names = [id, slug, ...variants.map(({ sellerSku }) => `${sellerId} ${sellerSku}`)]
  await tx.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(name, 0))
    from (select name from unnest(${sql.param(names)}::text[]) name order by name) names`)
}

type Before = { revision: number; sellerId: string; ratingAverage: number; ratingCount: number }

/** Returns the stored product, undefined for a new one. @throws DomainError STALE_REVISION with the present revision */
async function requireRevision(tx: Executor, id: string, revision: number): Promise<Before | undefined> {
  const [before] = await rows<Before>(
    tx,
    sql`select revision, seller_id as "sellerId", rating_average as "ratingAverage", rating_count as "ratingCount"
      from catalog.products where id = ${id}::uuid for update`,
  )
  if ((before?.revision ?? 0) !== revision)
    throw domainError('STALE_REVISION', 'the product was changed since it was read', {
      revision: String(before?.revision ?? 0),
    })
  return before
}

async function requireKnown(tx: Executor, { categoryId, sellerId }: ProductRecord): Promise<void> {
  const [known] = await rows<{ category: boolean; seller: boolean }>(
    tx,
    sql`
      select exists (select from catalog.categories where id = ${categoryId}::uuid) as category,
        exists (select from catalog.sellers where id = ${sellerId}::uuid) as seller`,
  )
  if (!known?.category) throw domainError('CATEGORY_UNKNOWN', `no category ${categoryId}`)
  if (!known.seller) throw domainError('SELLER_NOT_FOUND', `no seller ${sellerId}`)
}

/** @throws DomainError NAME_TAKEN for the slug, also a former one of another shop's product; SELLER_SKU_TAKEN */
async function requireFree(tx: Executor, { id, slug, sellerId, variants }: ProductRecord): Promise<void> {
  const sellerSkus = variants.map(({ sellerSku }) => sellerSku)
  const [taken] = await rows<{ what: 'slug' | 'sellerSku'; name: string }>(
    tx,
    sql`
      select 'slug' as what, slug as name from catalog.products where slug = ${slug} and id <> ${id}::uuid
      union all
      select 'slug', former.slug from catalog.slug_history former join catalog.products p on p.id = former.product_id
        where former.slug = ${slug} and p.seller_id <> ${sellerId}::uuid
      union all
      select 'sellerSku', seller_sku from catalog.variants where seller_id = ${sellerId}::uuid
        and seller_sku = any(${sql.param(sellerSkus)}::text[]) and product_id <> ${id}::uuid`,
  )
  if (!taken) return
  const reason = taken.what === 'sellerSku' ? 'SELLER_SKU_TAKEN' : 'NAME_TAKEN'
  throw domainError(reason, `"${taken.name}" belongs to another product`, {
    field: taken.what,
  })
}

/** Checks that the save names only SKUs of this product: the mall assigns new ones. @throws DomainError UNKNOWN_SKU */
async function requireOwnSkus(tx: Executor, id: string, variants: { sku: string }[]): Promise<void> {
  const given = variants.map(({ sku }) => sku).filter((sku) => sku !== '')
  const [unknown] = await rows<{ sku: string }>(
    tx,
    sql`select given as sku from unnest(${sql.param(given)}::text[]) given
      where not exists (select from catalog.variants where sku = given and product_id = ${id}::uuid)`,
  )
  if (unknown) throw domainError('UNKNOWN_SKU', `the product has no variant ${unknown.sku}`)
}

/** Returns the attributes, with the mall's label for those that it defines. */
async function labelled(tx: Executor, attributes: AttributeRecord[]): Promise<AttributeRecord[]> {
  const defined = await rows<{ name: string; label: string }>(
    tx,
    sql`select name, label from catalog.attribute_definitions
      where name = any(${sql.param(attributes.map(({ name }) => name))}::text[])`,
  )
  const labels = new Map(defined.map(({ name, label }) => [name, label]))
  return attributes.map((attribute) => ({
    ...attribute,
    label: labels.get(attribute.name) ?? attribute.label,
  }))
}

/** Ratings come from buyers; a save never changes them. */
const ratingOf = (before: Before | undefined) => ({
  ratingAverage: before?.ratingAverage ?? 0,
  ratingCount: before?.ratingCount ?? 0,
})
