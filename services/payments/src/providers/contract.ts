import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Authorisation, PaymentProvider } from './port.ts'

/** Fixture of a provider's test: the adapter, and functions that act as the shopper. */
export type Bench = AsyncDisposable & {
  provider: PaymentProvider
  cards: Record<'good' | 'declined' | 'challenged' | 'answerLost', string>
  answer(challengeUrl: string, answer: 'approve' | 'decline'): Promise<void>
  charges(checkoutId: string): Promise<number>
}

/** Contract tests of the port, against an adapter and its provider. */
export function providerContract(open: () => Promise<Bench>): void {
  describe('the port of a payment provider', () => {
    let bench: Bench
    beforeAll(async () => {
      bench = await open()
    })
    afterAll(() => bench[Symbol.asyncDispose]())

    test('a repeated authorisation and a repeated capture charge once', async () => {
      const { provider, cards } = bench
      const order = wanted(cards.good)
      const { checkoutId: id } = order
      for (let n = 0; n < 3; n++)
        expect(await provider.authorise(`${id}:authorise`, order)).toMatchObject({ status: 'authorised' })
      await Promise.all([1, 2, 3].map(() => provider.capture(`${id}:capture`, id)))
      expect(await provider.find(id)).toMatchObject({ status: 'captured' })
      expect(await bench.charges(id)).toBe(1)
    })

    test('a decline is an outcome with a code', async () => {
      const order = wanted(bench.cards.declined)
      const outcome = await bench.provider.authorise(`${order.checkoutId}:authorise`, order)
      expect(outcome.status).toBe('declined')
      expect(outcome.declineCode).not.toBe('')
    })

    test('an unknown card is declined, not retried', async () => {
      const order = wanted('pm_unheard_of')
      expect(await bench.provider.authorise(`${order.checkoutId}:authorise`, order)).toMatchObject({
        status: 'declined',
      })
    })

    test.each([
      ['approve', 'authorised'],
      ['decline', 'declined'],
    ] as const)('a challenge answered with %s is %s', async (answer, status) => {
      const order = wanted(bench.cards.challenged)
      const asked = await bench.provider.authorise(`${order.checkoutId}:authorise`, order)
      expect(asked.status).toBe('challenged')
      await bench.answer(asked.challengeUrl ?? '', answer)
      expect(await bench.provider.find(order.checkoutId)).toMatchObject({ status })
    })

    test('a void makes a late authorisation fail', async () => {
      const order = wanted(bench.cards.good)
      expect(await bench.provider.void(`${order.checkoutId}:void`, order.checkoutId)).toMatchObject({
        status: 'voided',
      })
      expect(await bench.provider.authorise(`${order.checkoutId}:authorise`, order)).toMatchObject({
        status: 'voided',
      })
      expect(await bench.charges(order.checkoutId)).toBe(0)
    })

    test('a challenge answered after the void stays void', async () => {
      const order = wanted(bench.cards.challenged)
      const asked = await bench.provider.authorise(`${order.checkoutId}:authorise`, order)
      await bench.provider.void(`${order.checkoutId}:void`, order.checkoutId)
      await bench.answer(asked.challengeUrl ?? '', 'approve')
      expect(await bench.provider.find(order.checkoutId)).toMatchObject({ status: 'voided' })
    })

    test('a void after the capture returns captured, and nothing is captured after a void', async () => {
      const { provider, cards } = bench
      const [kept, gone] = [wanted(cards.good), wanted(cards.good)]
      await Promise.all(
        [kept, gone].map((order) => provider.authorise(`${order.checkoutId}:authorise`, order)),
      )
      await provider.capture(`${kept.checkoutId}:capture`, kept.checkoutId)
      expect(await provider.void(`${kept.checkoutId}:void`, kept.checkoutId)).toMatchObject({
        status: 'captured',
      })
      await provider.void(`${gone.checkoutId}:void`, gone.checkoutId)
      expect(await provider.capture(`${gone.checkoutId}:capture`, gone.checkoutId)).toMatchObject({
        status: 'declined',
      })
      expect(await bench.charges(gone.checkoutId)).toBe(0)
    })

    test('a lost answer throws ProviderUnavailable, and a retry returns the outcome', async () => {
      const order = wanted(bench.cards.answerLost)
      const authorise = () => bench.provider.authorise(`${order.checkoutId}:authorise`, order)
      await expect(authorise()).rejects.toThrow('did not answer')
      expect(await authorise()).toMatchObject({ status: 'authorised' })
    })

    test('an unknown payment is undefined', async () => {
      expect(await bench.provider.find(randomUUID())).toBeUndefined()
    })
  })
}

const wanted = (paymentMethod: string): Authorisation => ({
  checkoutId: randomUUID(),
  amountMinor: 4_200,
  currency: 'EUR',
  paymentMethod,
  returnUrl: 'http://localhost:4000/checkout/1/return',
})
