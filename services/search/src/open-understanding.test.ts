import { expect, test, vi } from 'vitest'
import type { Vocabulary } from './index/port.ts'
import { openUnderstanding } from './open-understanding.ts'

test('reading the dictionaries does not put off the next look at the words', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  using _ = { [Symbol.dispose]: () => void vi.useRealTimers() }
  let shops: Vocabulary['shops'] = []
  const understanding = openUnderstanding({
    index: { vocabulary: async () => ({ words: new Map(), shops, categories: [] }) },
    log: { warn: () => {} } as never,
  })
  const shop = async () => {
    const options = { locale: 'en', currency: 'EUR', verbatim: false } as const
    return (await understanding.understand('northmoor', options)).filters.sellerSlug
  }
  expect(await shop()).toBeUndefined()
  shops = [{ slug: 'northmoor', name: 'Northmoor' }]
  vi.setSystemTime(Date.now() + 20_000)
  await expect.poll(shop).toBe('northmoor')
})
