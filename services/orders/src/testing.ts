import { randomUUID } from 'node:crypto'
import type { CallOptions, Client } from '@connectrpc/connect'
import { toMoney, minorOf } from '@mallhive/contracts/money'
import { OrdersService } from '@mallhive/contracts/orders'
import { readConfig } from '@mallhive/process-kit/config'
import { actingAs } from '@mallhive/service-kit/auth'
import { testActor, testDb, testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { eq, sql } from 'drizzle-orm'
import { vi } from 'vitest'
import { callers } from './callers.ts'
import { configSchema } from './config.ts'
import { openDeps, type Deps } from './deps.ts'
import { startClaimingDue } from './machine/claim-due.ts'
import { fakeServices, type FakeServices } from './testing/fake-services.ts'
import { routes } from './routes.ts'
import * as schema from './schema.ts'

export const address = {
  name: 'Ada Test',
  line1: 'Lange Gasse 1',
  city: 'Augsburg',
  postcode: '86152',
  country: 'DE',
}

export type World = AsyncDisposable & {
  orders: Client<typeof OrdersService>
  around: FakeServices
  deps: Deps
  as: CallOptions
  /** Returns a complete checkout, ready to be placed. */
  ready(
    paymentMethod?: string,
    lines?: { sku: string; quantity: number }[],
    as?: CallOptions,
  ): Promise<{ id: string; total: ReturnType<typeof toMoney> }>
  place(
    checkout: { id: string; total: ReturnType<typeof toMoney> },
    as?: CallOptions,
  ): ReturnType<Client<typeof OrdersService>['placeOrder']>
  /** Waits until so many statements wait for a lock. */
  waitingForLocks(count: number): Promise<void>
  /** Makes calls that queue in this order for the lock of a checkout's row; returns their answers. */
  queued<T>(id: string, calls: (() => Promise<T>)[]): Promise<T[]>
  /** Returns the violated invariants of placed checkouts, or of one; empty when there are none. */
  violations(id?: string): Promise<string[]>
}

/** Opens the service on a database of its own with fake services; `mutate` injects a fault into a dependency. */
export async function openWorld(
  env: Record<string, string> = {},
  mutate?: (deps: Deps) => Partial<Deps>,
): Promise<World> {
  const stack = new AsyncDisposableStack()
  const db = stack.use(await testDb('orders', new URL('../drizzle', import.meta.url), schema))
  const platform = stack.use(testPlatform())
  const around = fakeServices()
  const settings = testEnv({
    DATABASE_URL: db.url,
    CHECKOUT_LEASE_MS: '400',
    CHECKOUT_CALL_MS: '30000',
    CHECKOUT_ANSWER_MS: '3000',
    ...env,
  })
  await platform.start('neighbours', around.start, settings)
  let deps: Deps | undefined
  await platform.start(
    'orders',
    async (host) => {
      const own = openDeps(host, readConfig(configSchema, host.env))
      deps = { ...own, ...mutate?.(own) }
      host.routes(routes(deps), callers)
      host.use(startClaimingDue(deps))
    },
    settings,
  )
  if (!deps) throw new Error('orders did not start')
  const orders = platform.client(OrdersService)
  const as = actingAs(await testActor())

  const waitingForLocks = (count: number) =>
    vi.waitFor(async () => {
      const { rows } = await db.execute(sql`select 1 from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`)
      if (rows.length !== count) throw new Error(`${rows.length} statements wait for a lock`)
    })

  return {
    waitingForLocks,
    async queued<T>(id: string, calls: (() => Promise<T>)[]) {
      const made: Promise<T>[] = []
      await db.transaction(async (tx) => {
        await tx.select().from(schema.checkouts).where(eq(schema.checkouts.id, id)).for('update')
        for (const call of calls) {
          made.push(call())
          await waitingForLocks(made.length)
        }
      })
      return Promise.all(made)
    },
    orders,
    around,
    deps,
    as,
    async ready(paymentMethod = 'good', lines = [{ sku: 'MUG-1', quantity: 2 }], who = as) {
      const id = randomUUID()
      await orders.startCheckout({ checkoutId: id, currency: 'EUR', lines }, who)
      await orders.updateCheckout({ checkoutId: id, email: 'ada@example.test', address }, who)
      const filled = {
        checkoutId: id,
        shippingMethodId: 'standard',
        paymentMethod,
        paymentLabel: 'Visa •••• 4242',
      }
      const { checkout } = await orders.updateCheckout(filled, who)
      return { id, total: toMoney(minorOf(checkout?.totals?.total), 'EUR') }
    },
    place: ({ id, total }, who = as) =>
      orders.placeOrder(
        { checkoutId: id, expectedTotal: total, returnUrl: `http://localhost:4000/checkout/${id}/return` },
        who,
      ),
    async violations(id) {
      const { rows } = await db.execute<{
        id: string
        state: string
        orders: number
        placed: number
        paid: number
        failures: number
      }>(sql`
        select c.id, c.state, (select count(*)::int from orders.orders o where o.checkout_id = c.id) orders,
          (select count(*)::int from orders.outbox where type like '%OrderPlaced' and body like '%' || c.id || '%') placed,
          (select count(*)::int from orders.outbox where type like '%OrderPaid' and body like '%' || c.id || '%') paid,
          (select count(*)::int from orders.outbox where type like '%CheckoutFailed' and body like '%' || c.id || '%') failures
        from orders.checkouts c where c.state <> 'open' and coalesce(c.id = ${id ?? null}, true)`)
      return rows.flatMap((row) => {
        const found = `${row.state} ${around.stock.get(row.id)} payment ${around.money.get(row.id)} ${row.orders} ${row.placed} ${row.paid} ${row.failures}`
        return endings.has(found) ? [] : [found]
      })
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

/** Valid final states: state, stock, payment (proto number), orders, OrderPlaced, OrderPaid, CheckoutFailed. */
const endings = new Set([
  'done committed payment 5 1 1 1 0',
  'failed released payment 4 0 0 0 1',
  'failed released payment 6 0 0 0 1',
  'failed released payment undefined 0 0 0 1',
])
