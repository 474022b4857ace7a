import type { Executor } from '@mallhive/service-kit/db'
import { expect, test } from 'vitest'
import { openRarities } from './rarities.ts'

const concept = (stem: string) => ({ text: stem, alternatives: [{ stems: [stem], weight: 1 }] })

test('a write while rarities are read leaves what the reading has remembered', async () => {
  const everything = { stem: '', documents: 100 }
  const lamps = { stem: 'lamp', documents: 10 }
  const cups = { stem: 'cup', documents: 10 }
  const reads = [() => [everything, lamps], () => (rarities.forget(), [cups])]
  const db = { execute: async () => ({ rows: reads.shift()!() }) } as unknown as Executor
  const rarities = openRarities(db)
  const [lamp] = await rarities.of('a', 'en', [concept('lamp')])
  expect(await rarities.of('a', 'en', [concept('cup')])).toEqual([lamp])
})
