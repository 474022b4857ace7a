import { randomUUIDv7 } from 'node:crypto'
import * as fc from 'fast-check'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { reservations } from '../schema.ts'
import { openTestCart, reasonOf, type TestCart } from '../testing.ts'
import { sweep } from './sweep.ts'

const skus = ['p1', 'p2', 'p3'] as const
type Sku = (typeof skus)[number]
type Held = { status: 'held' | 'committed' | 'released' | 'expired'; lines: Map<Sku, number> }

/** Reference model of the reservation rules. */
class Model {
  readonly available = new Map<Sku, number>()
  readonly checkouts = new Map<number, Held>()

  constructor(onHand: number[]) {
    skus.forEach((sku, i) => this.available.set(sku, onHand[i] ?? 0))
  }

  reserve(id: number, lines: Map<Sku, number>): string {
    const known = this.checkouts.get(id)
    if (known?.status === 'released') return 'RESERVATION_RELEASED'
    if (known && known.status !== 'expired') {
      return skus.every((sku) => known.lines.get(sku) === lines.get(sku)) ? 'OK' : 'RESERVATION_DIFFERS'
    }
    if (!this.take(lines)) return 'OUT_OF_STOCK'
    this.checkouts.set(id, { status: 'held', lines })
    return 'OK'
  }

  commit(id: number): string {
    const known = this.checkouts.get(id)
    if (!known) return 'NO_RESERVATION'
    if (known.status === 'released') return 'RESERVATION_RELEASED'
    if (known.status === 'expired' && !this.take(known.lines)) return 'RESERVATION_EXPIRED'
    known.status = 'committed'
    return 'OK'
  }

  release(id: number): string {
    const known = this.checkouts.get(id) ?? { status: 'expired', lines: new Map() }
    this.checkouts.set(id, known)
    if (known.status === 'committed') return 'RESERVATION_COMMITTED'
    this.giveBack(known, 'released')
    return 'OK'
  }

  expire(id: number): string {
    const known = this.checkouts.get(id)
    if (known) this.giveBack(known, 'expired')
    return 'OK'
  }

  private giveBack(held: Held, status: 'released' | 'expired'): void {
    if (held.status === 'held') for (const [sku, n] of held.lines) this.available.set(sku, this.left(sku) + n)
    if (held.status === 'held' || status === 'released') held.status = status
  }

  private take(lines: Map<Sku, number>): boolean {
    if ([...lines].some(([sku, n]) => this.left(sku) < n)) return false
    for (const [sku, n] of lines) this.available.set(sku, this.left(sku) - n)
    return true
  }

  private left(sku: Sku): number {
    return this.available.get(sku) ?? 0
  }
}

const lines = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...skus), fc.integer({ min: 1, max: 4 })), {
    minLength: 1,
    selector: ([sku]) => sku,
  })
  .map((pairs) => new Map(pairs))
type Verb = 'reserve' | 'commit' | 'release' | 'expire'
const step = fc.record({
  verb: fc.constantFrom<Verb[]>('reserve', 'reserve', 'commit', 'release', 'expire'),
  id: fc.nat({ max: 4 }),
  lines,
})

async function expireNow(service: TestCart, checkoutId: string): Promise<string> {
  const past = { expiresAt: new Date(0) }
  await service.db.update(reservations).set(past).where(eq(reservations.checkoutId, checkoutId))
  await sweep(service)
  return 'OK'
}

test('any sequence of calls answers like the model and leaves the ledger balanced', async () => {
  await using service = await openTestCart()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({ max: 8 }), { minLength: 3, maxLength: 3 }),
      fc.array(step),
      async (onHand, steps) => {
        const run = randomUUIDv7().slice(-12)
        const model = new Model(onHand)
        const name = (sku: Sku) => `${run}-${sku}`
        const answer = async (verb: Verb, checkoutId: string, wanted: Map<Sku, number>) => {
          if (verb === 'expire') return expireNow(service, checkoutId)
          const reserved = [...wanted].map(([sku, quantity]) => ({ sku: name(sku), quantity }))
          return reasonOf(service.inventory[verb]({ checkoutId, lines: reserved }, service.asOrders))
        }
        await service.stock(Object.fromEntries(skus.map((sku, i) => [name(sku), onHand[i] ?? 0])))

        for (const { verb, id, lines: wanted } of steps) {
          const checkoutId = `${run}-${id}`
          const seen = await answer(verb, checkoutId, wanted)
          expect([verb, seen]).toEqual([verb, model[verb](id, wanted)])
        }

        const { levels } = await service.inventory.getAvailability({ skus: skus.map(name) })
        const seen = new Map(levels.map((level) => [level.sku, level.available]))
        for (const sku of skus) expect(seen.get(name(sku))).toBe(model.available.get(sku))
        for (const row of await service.books()) {
          expect([row.ledger_on_hand, row.ledger_reserved]).toEqual([row.on_hand, row.reserved])
        }
      },
    ),
    { numRuns: 60 },
  )
}, 120_000)
