import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { CartService } from '@mallhive/contracts/cart'
import { CatalogService } from '@mallhive/contracts/catalog'
import { toMoney } from '@mallhive/contracts/money'
import { OrdersService, OrderStatus, TimelineKind } from '@mallhive/contracts/orders'
import { openSeed as openStock } from '@mallhive/service-cart/seed'
import { seed as seedCatalog } from '@mallhive/service-catalog/seed'
import { openOffers } from '@mallhive/service-catalog/seed-offers'
import { actingAs } from '@mallhive/service-kit/auth'
import { testActor, testDb, testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { openSeed as openOrders } from '@mallhive/service-orders/seed'
import { openSeed as openPayments } from '@mallhive/service-payments/seed'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNetwork } from '../sandbox-provider/network.ts'
import { buildServer } from '../sandbox-provider/server.ts'
import { openStore } from '../sandbox-provider/store.ts'
import { startWebhooks } from '../sandbox-provider/webhooks.ts'
import { seedOrders } from './seed-orders.ts'
import { serviceModules } from './service-modules.ts'

const scale = 2600
const names = ['catalog', 'cart', 'orders', 'payments'] as const
const scope = new AsyncDisposableStack()
afterAll(() => scope.disposeAsync())
let mall: Awaited<ReturnType<typeof openScaledMall>>
beforeAll(async () => void (mall = await openScaledMall()), 180_000)

/** Seeds databases of their own as `npm start -- --fresh --scale` does, then opens the services of a checkout on them. */
async function openScaledMall() {
  const provider = await openProvider()
  const databases = Object.fromEntries(
    await Promise.all(
      names.map(async (name) => {
        const migrations = new URL(`../../../../services/${name}/drizzle`, import.meta.url)
        const db = scope.use(await testDb(name, migrations, {}))
        // The seeds migrate: they get what a new mall has, an empty database.
        await db.$client.query(`drop schema ${name} cascade; drop schema ${name}_migrations cascade`)
        return [name, db] as const
      }),
    ),
  )
  const envOf = (name: (typeof names)[number]) =>
    testEnv({
      DATABASE_URL: databases[name]?.url ?? '',
      PAYMENTS_WEBHOOK_SECRET: 'a-webhook-secret',
      SANDBOX_PROVIDER_URL: provider,
    })
  const stock = scope.use(await openStock(envOf('cart')))
  await seedCatalog(envOf('catalog'), { scale, stock: stock.stock })
  const offers = scope.use(openOffers(envOf('catalog')))
  const orders = scope.use(await openOrders(envOf('orders'), offers))
  const payments = scope.use(await openPayments(envOf('payments')))
  await seedOrders({ offers, orders, payments, stock }, scale, () => {})

  const platform = scope.use(testPlatform())
  for (const name of names) {
    // oxlint-disable-next-line no-await-in-loop -- orders calls the ones before it
    await platform.start(name, (await serviceModules[name].main()).start, envOf(name))
  }
  return {
    provider,
    catalog: platform.client(CatalogService),
    cart: platform.client(CartService),
    orders: platform.client(OrdersService),
    rows: async (name: (typeof names)[number], query: string, values: string[] = []) =>
      (await databases[name]?.$client.query<Record<string, string | number>>(query, values))?.rows ?? [],
  }
}

async function openProvider(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'mallhive-provider-'))
  scope.defer(() => rmSync(folder, { recursive: true, force: true }))
  const store = scope.use(openStore(folder))
  const secret = 'a-webhook-secret'
  const webhooks = scope.use(startWebhooks(store, { url: 'http://127.0.0.1:1', secret, delayMs: 60_000 }))
  const network = openNetwork(store, webhooks, () => 'http://127.0.0.1')
  const returnOrigins = ['http://localhost:4000']
  const app = buildServer({ store, network, secrets: [secret], returnOrigins, latencyMs: 0 })
  scope.defer(() => app.close())
  return app.listen({ host: '127.0.0.1', port: 0 })
}

/** The slug and a SKU of a generated product of the last batch, whose shop is generated, too. */
async function lastProduct() {
  const [row] = await mall.rows(
    'catalog',
    `select p.id, p.slug, v.sku from catalog.products p join catalog.variants v on v.product_id = p.id
      where v.position = 1 and p.title like '% No. %' order by p.created_at limit 1`,
  )
  return { id: String(row?.['id']), slug: String(row?.['slug']), sku: String(row?.['sku']) }
}

test('a generated product is stored exactly as SaveProduct stores it', async () => {
  const { id } = await lastProduct()
  const written = async () => ({
    product: await mall.rows(
      'catalog',
      `select to_jsonb(p) - 'revision' as row from catalog.products p where id = $1`,
      [id],
    ),
    variants: await mall.rows(
      'catalog',
      `select to_jsonb(v) as row, (select jsonb_agg(pr order by currency) from catalog.prices pr where pr.sku = v.sku) as prices
        from catalog.variants v where product_id = $1 order by position`,
      [id],
    ),
    listings: await mall.rows(
      'catalog',
      `select to_jsonb(l) || jsonb_build_object('tags', (select jsonb_agg(t order by t) from unnest(tags) t)) as row
        from catalog.listings l where product_id = $1 order by currency`,
      [id],
    ),
    names: await mall.rows('catalog', `select * from catalog.facet_values order by name, value`),
    words: await mall.rows('catalog', `select count(*)::int as count from catalog.words`),
  })
  const seeded = await written()
  const staff = actingAs(await testActor({ roles: ['admin'] }))
  const { product } = await mall.catalog.getShopProduct({ id }, staff)
  if (!product) throw new Error('the product is not found')
  const { $typeName: _, category, seller, ...fields } = product
  const variants = product.variants.map(({ $typeName: __, ...variant }) => variant)
  const write = { ...fields, categoryId: category?.id, shopId: seller?.id, variants }
  await mall.catalog.saveProduct({ write }, staff)
  expect(await written()).toEqual(seeded)
  expect(seeded.listings).toHaveLength(2)
})

test('lists, facets, search and counts agree about generated products and shops', async () => {
  const { slug } = await lastProduct()
  const { product } = await mall.catalog.getProduct({ slug })
  const categorySlug = product?.category?.slug ?? ''
  const list = await mall.catalog.listProducts({ categorySlug, currency: 'EUR' })
  const { categories } = await mall.catalog.listCategories({})
  expect(categories.find((category) => category.slug === categorySlug)?.productCount).toBe(list.total)
  const seller = list.facets.find(({ name }) => name === 'seller')?.values ?? []
  expect(seller.map(({ value }) => value)).toContain(product?.seller?.slug)
  expect(product?.seller?.slug).toMatch(/-2$/)
  for (const { name, values } of list.facets.slice(0, 3)) {
    const [first] = values
    // oxlint-disable-next-line no-await-in-loop -- a few
    const filtered = await mall.catalog.listProducts({
      categorySlug,
      currency: 'EUR',
      filters: [{ name, values: [first?.value ?? ''] }],
    })
    expect([name, filtered.total]).toEqual([name, first?.count])
  }
  const found = await mall.catalog.listProducts({ query: product?.title, currency: 'EUR' })
  expect(found.products.map((card) => card.slug)).toContain(slug)
})

test('seeded orders agree with prices, stock, payments and ledger', async () => {
  const counts = await mall.rows(
    'orders',
    `select count(*)::int as orders from orders.orders where payment = 'captured'`,
  )
  expect(counts).toEqual([{ orders: scale / 10 }])
  const lines = await mall.rows(
    'orders',
    `select sku, unit_minor::int as price, quantity from orders.order_lines order by sku`,
  )
  const prices = await mall.rows(
    'catalog',
    `select sku, price_minor::int as price from catalog.prices where currency = 'EUR' order by sku`,
  )
  const priceOf = new Map(prices.map(({ sku, price }) => [sku, price]))
  for (const { sku, price } of lines) expect([sku, price]).toEqual([sku, priceOf.get(String(sku))])

  const orders = await mall.rows(
    'orders',
    `select checkout_id as id, (totals ->> 'totalMinor')::int as total from orders.orders order by 1`,
  )
  const payments = await mall.rows(
    'payments',
    `select p.checkout_id as id, p.amount_minor::int as total from payments.payments p
      join payments.ledger_transactions t using (checkout_id)
      join payments.ledger_entries e on e.transaction_id = t.id and e.account = 'receivable:sandbox'
        and e.amount_minor = p.amount_minor
      where p.status = 'captured' order by 1`,
  )
  expect(payments).toEqual(orders)
  const books = await mall.rows(
    'cart',
    `select s.sku from cart.stock s join cart.movements m using (sku) group by s.sku
      having sum(m.on_hand_delta) <> s.on_hand or sum(m.reserved_delta) <> s.reserved`,
  )
  expect(books).toEqual([])
  const [sold] = await mall.rows(
    'cart',
    `select sum(-on_hand_delta)::int as units from cart.movements where kind = 'committed'`,
  )
  expect(sold?.['units']).toBe(lines.reduce((sum, { quantity }) => sum + Number(quantity), 0))
})

test('a generated product goes into the cart and is bought; the order looks like a seeded one', async () => {
  const { sku } = await lastProduct()
  const as = actingAs(await testActor({ kind: 'guest' }))
  const { cart } = await mall.cart.addItem(
    { sku, quantity: 1, seenPrice: toMoney(1000, 'EUR'), idempotencyKey: randomUUID() },
    as,
  )
  expect(cart?.lines).toMatchObject([{ sku, quantity: 1 }])

  const checkoutId = randomUUID()
  await mall.orders.startCheckout(
    { checkoutId, currency: 'EUR', locale: 'en-IE', lines: [{ sku, quantity: 1 }] },
    as,
  )
  const address = {
    name: 'Ada Byron',
    line1: 'Gartenstraße 4',
    postcode: '10115',
    city: 'Berlin',
    country: 'DE',
  }
  await mall.orders.updateCheckout({ checkoutId, email: 'ada@example.test', address }, as)
  const payment = { paymentMethod: await cardToken(), paymentLabel: 'Visa •••• 4242' }
  const filled = await mall.orders.updateCheckout(
    { checkoutId, shippingMethodId: 'standard', ...payment },
    as,
  )
  const { checkout } = await mall.orders.placeOrder(
    {
      checkoutId,
      expectedTotal: filled.checkout?.totals?.total,
      returnUrl: `http://localhost:4000/checkout/${checkoutId}/return`,
    },
    as,
  )
  const { order: bought } = await mall.orders.getOrder({ number: checkout?.orderNumber }, as)
  expect(bought).toMatchObject({ status: OrderStatus.PAID, subOrders: [{ lines: [{ sku }] }] })

  const [seeded] = await mall.rows('orders', `select number, email from orders.orders order by id limit 1`)
  const lookUp = { number: String(seeded?.['number']), email: String(seeded?.['email']) }
  const { order } = await mall.orders.getOrder(lookUp)
  expect(order).toMatchObject({ status: OrderStatus.PAID, locale: 'en-IE', payment: bought?.payment })
  expect(order?.timeline.map(({ kind }) => kind)).toEqual([
    TimelineKind.ORDER_PLACED,
    TimelineKind.PAYMENT_CAPTURED,
  ])
  const shapes = await mall.rows(
    'payments',
    `select distinct string_agg(distinct regexp_replace(e.account, ':[0-9a-f-]{36}:', ':*:'), ' ') as accounts
      from payments.ledger_entries e group by e.transaction_id`,
  )
  expect(shapes).toEqual([{ accounts: 'receivable:sandbox seller:*:pending' }])
})

async function cardToken(): Promise<string> {
  const card = { number: '4242424242424242', expiry: '12/40', cvc: '123', name: 'Ada Byron' }
  const form = { ...card, return_url: 'http://localhost:4000/checkout/1/payment' }
  const answer = await fetch(`${mall.provider}/v1/payment_methods`, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  })
  return new URL(answer.headers.get('location') ?? '').searchParams.get('payment_method') ?? ''
}
