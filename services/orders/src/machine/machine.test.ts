import { CheckoutFailure, CheckoutState } from '@mallhive/contracts/orders'
import { PaymentStatus } from '@mallhive/contracts/payments'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { checkouts } from '../schema.ts'
import { openWorld, type World } from '../testing.ts'
import { inMs, type Advance } from './advance.ts'

const points = (['reserve', 'authorise', 'commit', 'capture', 'void', 'release'] as const).flatMap((verb) =>
  (['before', 'after'] as const).map((when) => ({ verb, when })),
)

/**
 * Hangs a driver at one point of a checkout, as if its process had died, until another driver has finished it. Then resumes the
 * first one, whose row is stale. Returns the violated invariants.
 */
async function takenOver(world: World, { verb, when }: (typeof points)[number]): Promise<string[]> {
  const { promise: hang, resolve: wake } = Promise.withResolvers<void>()
  const card = verb === 'release' ? 'declined' : 'good'
  const checkout = await world.ready(card)
  world.around.trouble.set(checkout.id, { verb, when, hang })
  // A payment that stays unknown until the checkout has expired, so that it has to be voided.
  if (verb === 'void') world.around.money.set(checkout.id, PaymentStatus.UNKNOWN)
  const answer = world.place(checkout)
  await restingIn(world, checkout.id)
  wake()
  await answer
  // Leaves the first driver time for its remaining writes, which are single transactions.
  await world.deps.db.execute('select pg_sleep(0.1)')
  await restingIn(world, checkout.id, 1_500)
  return world.violations(checkout.id)
}

const restingIn = (world: World, id: string, timeout = 6_000) =>
  vi.waitFor(
    async () => {
      const [row] = await world.deps.db.select().from(checkouts).where(eq(checkouts.id, id))
      expect(['done', 'failed']).toContain(row?.state)
    },
    { timeout, interval: 50 },
  )

describe('a driver dies at any point', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ CHECKOUT_EXPIRY_MS: '2500' })
  })
  afterAll(() => world[Symbol.asyncDispose]())

  test.concurrent.each(points)(
    'a driver lost $when $verb is replaced, and changes nothing when it resumes',
    async (point) => {
      expect(await takenOver(world, point)).toEqual([])
    },
  )
})

test.each(points.filter(({ when }) => when === 'before'))(
  'no transaction is open during the $verb call to another service',
  async ({ verb }) => {
    await using world = await openWorld({ CHECKOUT_EXPIRY_MS: '2500' })
    const checkout = await world.ready(verb === 'release' ? 'declined' : 'good')
    if (verb === 'void') world.around.money.set(checkout.id, PaymentStatus.UNKNOWN)
    const { promise: hang, resolve: wake } = Promise.withResolvers<void>()
    world.around.trouble.set(checkout.id, { verb, when: 'before', hang })
    const placing = world.place(checkout)
    await vi.waitFor(() => expect(world.around.trouble.has(checkout.id)).toBe(false), { timeout: 6_000 })
    const open = await world.deps.db.execute(sql`select query from pg_stat_activity
      where datname = current_database() and state like 'idle in transaction%'`)
    expect(open.rows).toEqual([])
    wake()
    await placing
  },
)

test('without the fence, a resumed driver violates an invariant, and the test detects it', async () => {
  const unfenced = (advance: Advance, db: World['deps']['db']): Advance => {
    return async (row, patch, options) => {
      const [now] = await db.select().from(checkouts).where(eq(checkouts.id, row.id))
      return advance(
        { ...row, state: now?.state ?? row.state, attempt: now?.attempt ?? row.attempt },
        patch,
        options,
      )
    }
  }
  await using world = await openWorld({}, ({ advance, db }) => ({ advance: unfenced(advance, db) }))
  const seen = await takenOver(world, { verb: 'authorise', when: 'after' }).catch(() => [
    'it never came to rest',
  ])
  expect(seen).not.toEqual([])
})

describe('challenges', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world[Symbol.asyncDispose]())

  test('a challenged checkout waits for the shopper and resumes on their return', async () => {
    const checkout = await world.ready('challenged')
    expect((await world.place(checkout)).checkout).toMatchObject({
      state: CheckoutState.CHALLENGED,
      challengeUrl: 'http://bank.test/',
    })
    const unanswered = await world.orders.resumeCheckout({ checkoutId: checkout.id }, world.as)
    expect(unanswered.checkout?.state).toBe(CheckoutState.CHALLENGED)
    world.around.money.set(checkout.id, PaymentStatus.AUTHORISED)
    const answered = await world.orders.resumeCheckout({ checkoutId: checkout.id }, world.as)
    expect(answered.checkout?.state).toBe(CheckoutState.DONE)
    expect(await world.violations(checkout.id)).toEqual([])
  })

  test('a failed challenge ends the checkout and releases the stock', async () => {
    const checkout = await world.ready('challenged')
    await world.place(checkout)
    world.around.money.set(checkout.id, PaymentStatus.DECLINED)
    const { checkout: ended } = await world.orders.resumeCheckout({ checkoutId: checkout.id }, world.as)
    expect(ended).toMatchObject({ state: CheckoutState.FAILED, failure: CheckoutFailure.CHALLENGE_FAILED })
    expect(await world.violations(checkout.id)).toEqual([])
  })

  test('an expired challenge releases the reservation and voids the payment', async () => {
    const checkout = await world.ready('challenged')
    await world.place(checkout)
    await world.deps.db
      .update(checkouts)
      .set({ expiresAt: inMs(-1), dueAt: inMs(-1) })
      .where(eq(checkouts.id, checkout.id))
    await restingIn(world, checkout.id)
    expect(world.around.money.get(checkout.id)).toBe(PaymentStatus.VOIDED)
    expect(await world.violations(checkout.id)).toEqual([])
  })
})
