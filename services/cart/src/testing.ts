import { CartService } from '@mallhive/contracts/cart'
import { InventoryService } from '@mallhive/contracts/inventory'
import { actingAs } from '@mallhive/service-kit/auth'
import { asPart, testActor, testDb, testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { sql } from 'drizzle-orm'
import { start } from './main.ts'
import * as schema from './schema.ts'
import { seedStock } from './seed.ts'

/** Opens the service on a database of its own, with queries for tests. */
export async function openTestCart(env: Record<string, string> = {}) {
  const db = await testDb('cart', new URL('../drizzle', import.meta.url), schema)
  const settings = testEnv({ DATABASE_URL: db.url, SWEEP_EVERY_MS: '60000', ...env })
  const platform = testPlatform()
  await platform.start('cart', start, settings)
  return {
    db,
    settings,
    asOrders: await asPart('orders', InventoryService),
    asStaff: actingAs(await testActor({ roles: ['admin'] })),
    cart: platform.client(CartService),
    inventory: platform.client(InventoryService),
    stock: (levels: Record<string, number>) =>
      seedStock(
        { db },
        Object.entries(levels).map(([sku, onHand]) => ({ sku, sellerId: 'shop', onHand })),
      ),
    /** Returns the counters and the ledger sums per SKU, which must be equal. */
    async books() {
      const { rows } = await db.execute<Record<'sku', string> & Record<Counter, number>>(sql`
        select s.sku, s.on_hand, s.reserved, sum(m.on_hand_delta)::int as ledger_on_hand,
          sum(m.reserved_delta)::int as ledger_reserved
        from cart.stock s left join cart.movements m using (sku) group by s.sku order by s.sku`)
      return rows
    },
    async [Symbol.asyncDispose]() {
      await platform[Symbol.asyncDispose]()
      await db[Symbol.asyncDispose]()
    },
  }
}

type Counter = 'on_hand' | 'reserved' | 'ledger_on_hand' | 'ledger_reserved'
export type TestCart = Awaited<ReturnType<typeof openTestCart>>

/** Returns the reason of a refusal, or 'OK'. */
export async function reasonOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'OK',
    (error: unknown) => (error instanceof Error && 'reason' in error ? String(error.reason) : String(error)),
  )
}
