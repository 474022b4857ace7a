import type { ServiceImpl } from '@connectrpc/connect'
import type { InventoryService } from '@mallhive/contracts/inventory'
import { type Actor, actorOf } from '@mallhive/service-kit/auth'
import { eq } from 'drizzle-orm'
import type { Deps } from '../../deps.ts'
import { checkQuantity, checkSku } from '../../limits.ts'
import { movements, stock } from '../../schema.ts'
import { announce } from '../announce.ts'
import type { Level } from '../availability-of.ts'
import { checkMayManage } from '../may-manage.ts'
import { violates } from '../violates.ts'
import { domainError } from '../../reasons.ts'

/** Sets the units on hand. @throws DomainError STOCK_PROMISED when more are already reserved */
export function setStock(
  deps: Pick<Deps, 'db' | 'catalog'>,
): ServiceImpl<typeof InventoryService>['setStock'] {
  return async ({ sku, onHand, sellerId }, context) => {
    const actor = actorOf(context)
    checkSku(sku)
    checkQuantity(onHand, { min: 0, max: 1_000_000 })
    const owner = await ownerOf(deps, actor, sku, sellerId)
    checkMayManage(actor, owner)
    try {
      return { level: await set(deps, sku, owner, onHand) }
    } catch (error) {
      if (!violates(error, 'stock_never_oversold')) throw error
      throw domainError('STOCK_PROMISED', 'more units than that are promised to checkouts')
    }
  }
}

/** Returns the SKU's shop; for a new SKU the requested one for admins, else that of its product in the catalogue. */
async function ownerOf(
  { db, catalog }: Pick<Deps, 'db' | 'catalog'>,
  actor: Actor,
  sku: string,
  asked: string,
): Promise<string> {
  const [found] = await db.select().from(stock).where(eq(stock.sku, sku))
  if (found) return found.sellerId
  if (actor.roles.includes('admin')) {
    if (asked) return asked
    throw domainError('SELLER_NEEDED', 'a new SKU needs the shop that it belongs to')
  }
  const { products } = await catalog.getProducts({ skus: [sku] })
  const owner = products.find((product) => product.variants.some((variant) => variant.sku === sku))?.seller
  if (!owner) throw domainError('UNKNOWN_SKU', 'no product has this SKU')
  return owner.id
}

async function set({ db }: Pick<Deps, 'db'>, sku: string, sellerId: string, onHand: number): Promise<Level> {
  return db.transaction(async (tx) => {
    await tx.insert(stock).values({ sku, sellerId, onHand: 0 }).onConflictDoNothing()
    const [before] = await tx.select().from(stock).where(eq(stock.sku, sku)).for('update')
    if (!before) throw new Error('stock row missing')
    await tx
      .update(stock)
      .set({ onHand, revision: before.revision + 1 })
      .where(eq(stock.sku, sku))
    const onHandDelta = onHand - before.onHand
    await tx.insert(movements).values({ sku, kind: 'set', onHandDelta, reservedDelta: 0 })
    const level = { sku, available: onHand - before.reserved, revision: BigInt(before.revision + 1) }
    await announce(tx, level)
    return level
  })
}
