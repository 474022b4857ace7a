import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Counters, statusOf } from './status.ts'

const line: fc.Arbitrary<Counters> = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(9), fc.nat(9), fc.nat(9))
  .map(([quantity, a, b, c]) => {
    const cancelled = Math.min(a, quantity)
    const shipped = Math.min(b, quantity - cancelled)
    return { quantity, cancelled, shipped, delivered: Math.min(c, shipped) }
  })
const lines = fc.array(line, { minLength: 1, maxLength: 6 })
const payment = fc.constantFrom('authorised', 'captured', 'refused')
const progress = ['placed', 'paid', 'shipped', 'delivered']

test('the status of an order is that of its least advanced part, ignoring cancelled parts', () => {
  fc.assert(
    fc.property(payment, fc.array(lines, { minLength: 1, maxLength: 4 }), (paid, parts) => {
      const statuses = parts.map((part) => statusOf(paid, part)).filter((status) => status !== 'cancelled')
      const least = progress.find((status) => statuses.some((own) => own === status)) ?? 'cancelled'
      expect(statusOf(paid, parts.flat())).toBe(least)
    }),
  )
})

test('shipping, delivery and capture never move a status back', () => {
  fc.assert(
    fc.property(payment, lines, fc.nat(), (paid, given, drawn) => {
      const position = drawn % given.length
      const moved = given.map((own, index) => {
        if (index !== position) return own
        if (own.delivered < own.shipped) return { ...own, delivered: own.delivered + 1 }
        return { ...own, shipped: Math.min(own.shipped + 1, own.quantity - own.cancelled) }
      })
      const [before, after] = [statusOf(paid, given), statusOf(paid, moved)]
      expect(progress.indexOf(after)).toBeGreaterThanOrEqual(progress.indexOf(before))
      expect(progress.indexOf(statusOf('captured', given))).toBeGreaterThanOrEqual(progress.indexOf(before))
    }),
  )
})

test.each([
  ['authorised', {}, 'placed'],
  ['refused', {}, 'placed'],
  ['captured', {}, 'paid'],
  ['captured', { shipped: 1 }, 'paid'],
  ['captured', { cancelled: 1, shipped: 1 }, 'shipped'],
  ['captured', { shipped: 2, delivered: 1 }, 'shipped'],
  ['captured', { shipped: 2, delivered: 2 }, 'delivered'],
  ['captured', { cancelled: 2 }, 'cancelled'],
] as const)('%s and of two units %o: %s', (paid, counters, status) => {
  expect(statusOf(paid, [{ quantity: 2, cancelled: 0, shipped: 0, delivered: 0, ...counters }])).toBe(status)
})
