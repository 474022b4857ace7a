import { randomUUID } from 'node:crypto'
import { toJson } from '@bufbuild/protobuf'
import {
  CheckoutFailure,
  CheckoutState,
  OrderStatus,
  PaymentState,
  SubOrderSchema,
  TimelineKind,
} from '@mallhive/contracts/orders'
import { minorOf, toMoney } from '@mallhive/contracts/money'
import { PaymentStatus } from '@mallhive/contracts/payments'
import { actingAs } from '@mallhive/service-kit/auth'
import { testActor } from '@mallhive/service-kit/testing'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { address, openWorld, type World } from './testing.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

test('five concurrent placements of a checkout make one order and get the same answer', async () => {
  const checkout = await world.ready('good', [
    { sku: 'MUG-1', quantity: 2 },
    { sku: 'LAMP-1', quantity: 1 },
  ])
  const answers = await Promise.all(Array.from({ length: 5 }, () => world.place(checkout)))
  const numbers = new Set(answers.map((answer) => answer.checkout?.orderNumber))
  expect(answers.every((answer) => answer.checkout?.state === CheckoutState.DONE)).toBe(true)
  expect(numbers.size).toBe(1)
  const [number = ''] = numbers
  const { order } = await world.orders.getOrder({ number }, world.as)
  expect(order).toMatchObject({ status: OrderStatus.PAID, totals: { total: checkout.total } })
  expect(order?.subOrders.map(({ sellerId }) => sellerId).toSorted()).toEqual(['seller-a', 'seller-b'])
  expect(order?.timeline.map(({ kind }) => kind)).toEqual([
    TimelineKind.ORDER_PLACED,
    TimelineKind.PAYMENT_CAPTURED,
  ])
  expect(await world.violations(checkout.id)).toEqual([])
})

test('the capture is split by seller into lines and shares of shipping and tax', async () => {
  const checkout = await world.ready('good', [
    { sku: 'MUG-1', quantity: 1 },
    { sku: 'LAMP-1', quantity: 1 },
  ])
  const { checkout: done } = await world.place(checkout)
  const { order } = await world.orders.getOrder({ number: done?.orderNumber ?? '' }, world.as)
  const parts = order?.subOrders.map(({ sellerId, total }) => [sellerId, minorOf(total)]) ?? []
  expect(Object.fromEntries(parts)).toEqual({ 'seller-a': 1_900, 'seller-b': 8_900 })
  expect(world.around.shares.get(checkout.id)).toEqual(Object.fromEntries(parts))
  expect(order?.payment).toBe(PaymentState.CAPTURED)
  expect(order?.subOrders.map(({ lines, tax }) => [lines[0]?.quantity, minorOf(tax)])).toEqual([
    [1, 303],
    [1, 1_421],
  ])
  expect(minorOf(order?.totals?.tax)).toBe(1_724)
})

test('an order is readable by its owner, or by number and e-mail', async () => {
  const { checkout } = await world.place(await world.ready())
  const number = checkout?.orderNumber ?? ''
  const stranger = actingAs(await testActor())
  await expect(world.orders.getOrder({ number }, stranger)).rejects.toMatchObject({ reason: 'NO_ORDER' })
  await expect(world.orders.getOrder({ number, email: 'eve@example.test' })).rejects.toMatchObject({
    reason: 'NO_ORDER',
  })
  const typed = number.toLowerCase().replace('mh-', ' mh ')
  expect((await world.orders.getOrder({ number: typed, email: ' ADA@example.test ' })).order?.number).toBe(
    number,
  )
  expect((await world.orders.listOrders({ pageSize: -5 }, stranger)).orders).toEqual([])
})

test('a seller lists the own part of paid orders, with the address, page by page', async () => {
  await world.place(await world.ready('good', [{ sku: 'LAMP-1', quantity: 1 }]))
  await world.place(await world.ready('good', [{ sku: 'LAMP-1', quantity: 3 }]))
  const seller = actingAs(await testActor({ memberships: [{ shopId: 'seller-b', role: 'owner' }] }))
  const first = await world.orders.listSellerOrders({ pageSize: 1 }, seller)
  expect(first.subOrders).toMatchObject([
    { sellerId: 'seller-b', address: { city: 'Augsburg' }, lines: [{ quantity: 3 }] },
  ])
  const second = await world.orders.listSellerOrders({ pageSize: 1, cursor: first.nextCursor }, seller)
  expect(second.subOrders).toMatchObject([{ lines: [{ quantity: 1 }] }])
  expect((await world.orders.listSellerOrders({ pageSize: -5 }, seller)).subOrders).toHaveLength(1)
  await expect(world.orders.listSellerOrders({}, world.as)).rejects.toMatchObject({ kind: 'forbidden' })
})

test('a packer lists the orders of the shop without amounts of money, and those of an own shop with them', async () => {
  const lines = [
    { sku: 'LAMP-1', quantity: 1 },
    { sku: 'MUG-1', quantity: 1 },
  ]
  await world.place(await world.ready('good', lines))
  const memberships = [
    { shopId: 'seller-b', role: 'packer' as const },
    { shopId: 'seller-a', role: 'owner' as const },
  ]
  const as = actingAs(await testActor({ memberships }))
  const { subOrders } = await world.orders.listSellerOrders({ pageSize: 2 }, as)
  const jsonOf = (seller: string) =>
    subOrders.filter(({ sellerId }) => sellerId === seller).map((part) => toJson(SubOrderSchema, part))
  const [packed] = jsonOf('seller-b')
  expect(packed).toMatchObject({
    status: 'ORDER_STATUS_PAID',
    lines: [{ sku: 'LAMP-1', quantity: 1 }],
    shippingMethodId: 'standard',
  })
  expect(JSON.stringify(packed)).not.toMatch(/currency|minor/i)
  expect(jsonOf('seller-a')).toMatchObject([{ itemsTotal: { minor: '1900' } }])
})

test.each([
  ['order_lines', 'shipped = quantity + 1'],
  ['order_lines', 'cancelled = quantity, shipped = 1'],
  ['order_lines', 'delivered = 1'],
  ['order_lines', 'shipped = 1, delivered = 1, returned = 2'],
  ['order_lines', 'cancelled = -1'],
  ['order_lines', 'net_minor = net_minor - 1'],
  ['order_lines', 'seller_discount_minor = -1, net_minor = net_minor + 1'],
  ['sub_orders', 'total_minor = total_minor + 1'],
  ['sub_orders', 'shipping_minor = -10, total_minor = total_minor - shipping_minor - 10'],
  ['sub_orders', 'shipping_tax_minor = tax_minor + 1'],
])('the database refuses an update of %s with %s', async (table, change) => {
  const { checkout } = await world.place(await world.ready())
  const rows = sql`select s.id from orders.sub_orders s join orders.orders o on o.id = s.order_id
    where o.number = ${checkout?.orderNumber}`
  const column = sql.raw(table === 'order_lines' ? 'sub_order_id' : 'id')
  const update = sql`update orders.${sql.raw(table)} set ${sql.raw(change)} where ${column} in (${rows})`
  await expect(world.deps.db.execute(update)).rejects.toMatchObject({ cause: { code: '23514' } })
})

test('a declined card charges nothing, and the next attempt keeps everything but the card', async () => {
  const checkout = await world.ready('declined')
  const failed = (await world.place(checkout)).checkout
  expect(failed).toMatchObject({ state: CheckoutState.FAILED, failure: CheckoutFailure.DECLINED })
  const [one, other] = await Promise.all(
    [1, 2].map(() => world.orders.retryCheckout({ checkoutId: checkout.id }, world.as)),
  )
  expect(one?.checkout?.id).toBe(other?.checkout?.id)
  expect(one?.checkout).toMatchObject({
    state: CheckoutState.OPEN,
    email: 'ada@example.test',
    shippingMethodId: 'standard',
    paymentMethod: '',
  })
})

test('an order whose capture is refused stays and is marked as refused', async () => {
  const checkout = await world.ready()
  const { promise: hang, resolve: wake } = Promise.withResolvers<void>()
  world.around.trouble.set(checkout.id, { verb: 'capture', when: 'before', hang })
  const placing = world.place(checkout)
  await vi.waitFor(() => expect(world.around.trouble.has(checkout.id)).toBe(false))
  world.around.money.set(checkout.id, PaymentStatus.DECLINED)
  wake()
  const told = (await placing).checkout
  expect(told?.state).toBe(CheckoutState.UNPAID)
  const { order } = await world.orders.getOrder({ number: told?.orderNumber ?? '' }, world.as)
  expect(order?.status).toBe(OrderStatus.PLACED)
  expect(order?.timeline.map(({ kind }) => kind)).toEqual([
    TimelineKind.ORDER_PLACED,
    TimelineKind.PAYMENT_REFUSED,
  ])
})

test('a placement without stock fails and names the sold-out items', async () => {
  const { checkout } = await world.place(await world.ready('good', [{ sku: 'RARE-1', quantity: 1 }]))
  expect(checkout).toMatchObject({ failure: CheckoutFailure.OUT_OF_STOCK, failedSkus: ['RARE-1'] })
})

test('a placement with another total than the agreed one is refused', async () => {
  const checkout = await world.ready()
  const less = { ...checkout, total: toMoney(1, 'EUR') }
  await expect(world.place(less)).rejects.toMatchObject({ reason: 'TOTAL_CHANGED' })
  world.around.prices.set('MUG-1', 2_400)
  await expect(world.place(checkout)).rejects.toMatchObject({
    reason: 'TOTAL_CHANGED',
    details: { currency: 'EUR' },
  })
  const { checkout: now } = await world.orders.getCheckout({ checkoutId: checkout.id }, world.as)
  expect(now?.totals?.items?.minor).toBe(4_800n)
})

test('an order has the locale in which its checkout began and its titles, also after a declined card', async () => {
  const { id: checkoutId } = await world.ready('declined')
  const lines = [{ sku: 'MUG-1', quantity: 2 }]
  const start = (locale: string) => ({
    checkoutId: randomUUID(),
    currency: 'EUR',
    lines,
    locale,
    reuseOpen: true,
  })
  await world.orders.startCheckout(start('de-AT'), world.as)
  const { checkout: open } = await world.orders.startCheckout(start('de-CH'), world.as)
  expect(open?.id).toBe(checkoutId)
  const total = open?.totals?.total
  await world.place({ id: checkoutId, total: toMoney(minorOf(total), 'EUR') })
  const { checkout: next } = await world.orders.retryCheckout({ checkoutId }, world.as)
  expect([open, next].flatMap((each) => each?.lines.map(({ title }) => title))).toEqual([
    'Ware MUG-1',
    'Ware MUG-1',
  ])
  const payment = { paymentMethod: 'good', paymentLabel: 'Visa •••• 4242' }
  await world.orders.updateCheckout({ checkoutId: next?.id ?? '', ...payment }, world.as)
  const { checkout: done } = await world.place({ id: next?.id ?? '', total: toMoney(minorOf(total), 'EUR') })
  const { order } = await world.orders.getOrder({ number: done?.orderNumber ?? '' }, world.as)
  expect(order?.locale).toBe('de-CH')
  expect(order?.subOrders.flatMap((part) => part.lines.map((line) => [line.title, line.locale]))).toEqual([
    ['Ware MUG-1', 'de'],
  ])
  const { rows } = await world.deps.db.execute<{ locale: string }>(sql`
    select body::jsonb #>> '{payload,order,locale}' as locale from orders.outbox
    where body::jsonb #>> '{payload,order,number}' = ${order?.number}`)
  expect(rows.map(({ locale }) => locale)).toEqual(['de-CH', 'de-CH'])
  await expect(world.orders.startCheckout(start('no locale'), world.as)).rejects.toMatchObject({
    reason: 'BAD_LOCALE',
  })
})

test('an order is in the language of the page on which it is placed: its lines, its options and its event', async () => {
  const { id: checkoutId, total } = await world.ready()
  const place = (locale: string) =>
    world.orders.placeOrder(
      { checkoutId, expectedTotal: total, returnUrl: 'http://localhost:4000/', locale },
      world.as,
    )
  await expect(place('no locale')).rejects.toMatchObject({ reason: 'BAD_LOCALE' })
  const { checkout } = await place('de-AT')
  const { order } = await world.orders.getOrder({ number: checkout?.orderNumber ?? '' }, world.as)
  expect(order?.locale).toBe('de-AT')
  expect(order?.subOrders[0]?.lines[0]).toMatchObject({
    title: 'Ware MUG-1',
    locale: 'de',
    options: [{ label: 'Farbe', labelLocale: 'de', value: 'Clay', valueLocale: 'en' }],
  })
  const { rows } = await world.deps.db.execute<{ locale: string }>(sql`
    select body::jsonb #>> '{payload,order,locale}' as locale from orders.outbox
    where body::jsonb #>> '{payload,order,number}' = ${order?.number}`)
  expect(rows.map(({ locale }) => locale)).toEqual(['de-AT', 'de-AT'])
})

test('another shopper’s checkout is not found', async () => {
  const { id, total } = await world.ready()
  const stranger = actingAs(await testActor())
  const missing = { reason: 'NO_CHECKOUT' }
  await expect(world.orders.getCheckout({ checkoutId: id }, stranger)).rejects.toMatchObject(missing)
  await expect(
    world.orders.updateCheckout({ checkoutId: id, email: 'eve@example.test' }, stranger),
  ).rejects.toMatchObject(missing)
  await expect(world.place({ id, total }, stranger)).rejects.toMatchObject(missing)
  await expect(
    world.orders.startCheckout(
      { checkoutId: id, currency: 'EUR', lines: [{ sku: 'MUG-1', quantity: 1 }] },
      stranger,
    ),
  ).rejects.toMatchObject(missing)
})

test('invalid input is refused by field, and an incomplete checkout cannot be placed', async () => {
  const { id } = await world.ready()
  const update = (change: object) => world.orders.updateCheckout({ checkoutId: id, ...change }, world.as)
  for (const email of ['ada', 'a,b@example.test', 'jörg@example.test'])
    await expect(update({ email })).rejects.toMatchObject({ reason: 'BAD_EMAIL' })
  for (const text of ['a\0b', 'a\nb', 'x'.repeat(201)])
    for (const field of ['paymentMethod', 'paymentLabel'])
      await expect(update({ [field]: text })).rejects.toMatchObject({ reason: 'BAD_PAYMENT_METHOD' })
  for (const paymentLabel of [
    '<b>Visa</b>',
    'Pay again at evil.example',
    'https://evil.example',
    'Visa\u202E4242',
  ])
    await expect(update({ paymentLabel })).rejects.toMatchObject({ reason: 'BAD_PAYMENT_METHOD' })
  await update({ paymentLabel: 'Visa •••• 4242' })
  const returnUrl = 'http://localhost:4000/back'
  await expect(world.orders.placeOrder({ checkoutId: id, returnUrl }, world.as)).rejects.toMatchObject({
    reason: 'TOTAL_CHANGED',
  })
  await expect(update({ address: { ...address, city: '  ' } })).rejects.toMatchObject({
    details: { city: expect.any(String) },
  })
  await expect(update({ address: { ...address, country: 'ZZ' } })).rejects.toMatchObject({
    details: { country: expect.any(String) },
  })
  await expect(update({ shippingMethodId: 'teleport' })).rejects.toMatchObject({
    reason: 'BAD_SHIPPING_METHOD',
  })
  const lines = [{ sku: 'MUG-1', quantity: -1 }]
  await expect(
    world.orders.startCheckout({ checkoutId: crypto.randomUUID(), currency: 'EUR', lines }, world.as),
  ).rejects.toMatchObject({ reason: 'BAD_LINES' })
  const bare = { checkoutId: crypto.randomUUID(), currency: 'EUR', lines: [{ sku: 'MUG-1', quantity: 1 }] }
  const { checkout } = await world.orders.startCheckout(bare, world.as)
  const total = checkout?.totals?.total ?? toMoney(0, 'EUR')
  await expect(world.place({ id: bare.checkoutId, total })).rejects.toMatchObject({
    reason: 'INCOMPLETE',
    details: { missing: 'address' },
  })
})

test('a checkout id that is repeated returns its checkout, and is refused for other lines', async () => {
  const checkoutId = crypto.randomUUID()
  const start = (quantity: number) =>
    world.orders.startCheckout({ checkoutId, currency: 'EUR', lines: [{ sku: 'MUG-1', quantity }] }, world.as)
  const { checkout } = await start(1)
  expect((await start(1)).checkout).toEqual(checkout)
  await expect(start(2)).rejects.toMatchObject({ reason: 'ID_REUSED' })
})

test('a checkout of another cart starts with the contact of the newest open one', async () => {
  const as = actingAs(await testActor())
  const start = (quantity: number) =>
    world.orders.startCheckout(
      {
        checkoutId: crypto.randomUUID(),
        currency: 'EUR',
        lines: [{ sku: 'MUG-1', quantity }],
        reuseOpen: true,
      },
      as,
    )
  const { checkout: first } = await start(1)
  await world.orders.updateCheckout({ checkoutId: first?.id, email: 'ada@example.test', address }, as)
  const { checkout: second } = await start(2)
  expect(second?.id).not.toBe(first?.id)
  expect(second).toMatchObject({ email: 'ada@example.test', address: { line1: 'Lange Gasse 1' } })
})

test('starting a checkout again with the same lines resumes it', async () => {
  const { id } = await world.ready('good', [{ sku: 'LAMP-1', quantity: 7 }])
  const again = (quantity: number) =>
    world.orders.startCheckout(
      {
        checkoutId: crypto.randomUUID(),
        currency: 'EUR',
        lines: [{ sku: 'LAMP-1', quantity }],
        reuseOpen: true,
      },
      world.as,
    )
  expect((await again(7)).checkout).toMatchObject({ id, email: 'ada@example.test' })
  expect((await again(8)).checkout?.id).not.toBe(id)
})

test('failed look-ups of an address are limited to ten a minute; successful ones are not counted', async () => {
  const checkout = await world.ready()
  const { checkout: placed } = await world.place(checkout)
  const number = placed?.orderNumber ?? ''
  const email = 'ada@example.test'
  const { orders } = world
  const tooMany = { kind: 'exhausted', reason: 'TOO_MANY_ATTEMPTS' }
  const here = { clientAddress: randomUUID() }

  for (let n = 0; n < 15; n++) await orders.getOrder({ number, email, ...here })
  for (let n = 0; n < 10; n++) {
    const guess = { number: `MH-A000000${n}`, email: `${randomUUID()}@example.test`, ...here }
    await expect(orders.getOrder(guess)).rejects.toMatchObject({ reason: 'NO_ORDER' })
  }
  await expect(orders.getOrder({ number, email, ...here })).rejects.toMatchObject(tooMany)
  expect((await orders.getOrder({ number }, world.as)).order?.number).toBe(number)
})

test('failed look-ups of a few addresses do not close the look-up of an order for its owner', async () => {
  const checkout = await world.ready()
  const { checkout: placed } = await world.place(checkout)
  const number = placed?.orderNumber ?? ''
  const email = 'ada@example.test'
  const { orders } = world
  const wrong = { reason: 'NO_ORDER' }
  for (let n = 0; n < 12; n++) {
    const elsewhere = { clientAddress: randomUUID() }
    const byNumber = { number, email: `${n}@example.test`, ...elsewhere }
    await expect(orders.getOrder(byNumber)).rejects.toMatchObject(wrong)
    const byEmail = { number: `MH-B000000${n % 8}`, email, ...elsewhere }
    await expect(orders.getOrder(byEmail)).rejects.toMatchObject(wrong)
  }
  const { order } = await orders.getOrder({ number, email, clientAddress: randomUUID() })
  expect(order?.number).toBe(number)
})

test('an order number and an e-mail are guessed at 300 times a minute at most, in any spelling', async () => {
  const { orders } = world
  const email = `${randomUUID()}@example.test`
  const guess = (typed: string, by: string) =>
    orders
      .getOrder({ number: typed, email: by, clientAddress: randomUUID() })
      .catch(({ reason }: { reason: string }) => reason)
  const guesses = await Promise.all(Array.from({ length: 300 }, () => guess('MH-0000C0DE', email)))
  expect(new Set(guesses)).toEqual(new Set(['NO_ORDER']))
  expect(await guess('mh 0000c0de', `${randomUUID()}@example.test`)).toBe('TOO_MANY_ATTEMPTS')
  expect(await guess('MH-0000C0DF', email.toUpperCase())).toBe('TOO_MANY_ATTEMPTS')
})

test('an address beyond its own limit spends no look-ups of other people', async () => {
  const checkout = await world.ready()
  const { checkout: placed } = await world.place(checkout)
  const number = placed?.orderNumber ?? ''
  const { orders } = world
  const attacker = { clientAddress: randomUUID() }
  for (let n = 0; n < 10; n++)
    await orders
      .getOrder({ number: `MH-C000000${n}`, email: `${randomUUID()}@example.test`, ...attacker })
      .catch(() => {})
  for (let n = 0; n < 30; n++)
    await expect(orders.getOrder({ number, email: 'ada@example.test', ...attacker })).rejects.toMatchObject({
      reason: 'TOO_MANY_ATTEMPTS',
    })
  const { order } = await orders.getOrder({ number, email: 'ada@example.test', clientAddress: randomUUID() })
  expect(order?.number).toBe(number)
})
