import { expect, test } from 'vitest'
import { parseBundleMessage } from './bundle-messages.ts'

const ready = (cost: number) => ({ t: 'ready', declared: { perMinute: {}, cost: { list: cost } } })

test('a procedure cannot declare a cost that spends the whole budget of an address', () => {
  expect(parseBundleMessage(ready(100))).toBeDefined()
  expect(parseBundleMessage(ready(1e9))).toBeUndefined()
})
