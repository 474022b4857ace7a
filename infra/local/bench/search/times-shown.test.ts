import { expect, test } from 'vitest'
import { timesShown } from './times-shown.ts'

test('each change is timed until the search shows it', async () => {
  const left = new Map([
    ['mug', 2],
    ['lamp', 0],
  ])
  const change = async (name: string) => ({
    what: name,
    isShown: async () => {
      const looks = left.get(name) ?? 0
      left.set(name, looks - 1)
      return looks === 0
    },
  })
  expect(await timesShown([...left.keys()], change)).toHaveLength(2)
  expect([...left.values()]).toEqual([-1, -1])
})

test('a change that the search never shows ends the measurement, which says what it was', async () => {
  const change = async (sku: string) => ({ what: `the price of ${sku}`, isShown: async () => sku !== 'B' })
  await expect(timesShown(['A', 'B', 'C'], change, 0)).rejects.toThrow(
    'the search has not shown the price of B in 0 ms',
  )
})
