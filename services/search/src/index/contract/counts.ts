import { describe, expect, test } from 'vitest'
import { type OpenIndex, put, withIndex } from './opened.ts'
import { idOf, product, shelf, testAnalyzers, words } from './shelf.ts'

const searches = 4
const writes = 15

/** What counts of a text guarantee, which an adapter may remember: they are those of the products that it finds. */
export function countContract(open: OpenIndex): void {
  describe('counts of a text', () => {
    const opened = withIndex(() => open(testAnalyzers), shelf(0, 30, { title: 'Lamp' }))
    const lamps = async (more = {}) => {
      const { total, counts, lowestMinor } = await opened.find({ ...words('lamp'), size: 4, ...more })
      const of = (name: string, value: string) =>
        counts.find((count) => count.name === name && count.value === value)?.count ?? 0
      return { total, moss: of('colour', 'moss'), inStock: of('stock', 'in-stock'), lowestMinor }
    }

    test('no answer has those of before a change, whatever was asked before', async () => {
      const { index, find } = opened
      const ask = async () => {
        const first = await lamps()
        const { next } = await find({ ...words('lamp'), size: 4 })
        expect([await lamps(), await lamps({ cursor: next }), await lamps({ offset: 4 })]).toEqual(
          Array.from({ length: 3 }, () => first),
        )
        expect(await lamps({ sort: 'newest' })).toEqual(first)
        return first
      }
      const { total, moss, inStock } = await ask()
      const lamp = (revision: number, more = {}) => product(2, { title: 'Lamp', revision, ...more })
      await index.amend([{ id: idOf(2), inStock: false, sold: 0 }])
      await index.settled()
      expect(await ask()).toMatchObject({ total, moss, inStock: inStock - 1 })
      await put(index, [lamp(2, { inStock: true, facets: [], priceMinor: 100 })])
      expect(await ask()).toEqual({ total, moss: moss - 1, inStock, lowestMinor: 100 })
      await put(index, [lamp(3, { title: 'Chair' })])
      expect(await ask()).toEqual({
        total: total - 1,
        moss: moss - 1,
        inStock: inStock - 1,
        lowestMinor: 1000,
      })
      await put(index, [lamp(4)])
      expect(await ask()).toMatchObject({ total, moss })
      await index.remove([{ id: idOf(2), revision: 5 }])
      await index.settled()
      expect(await ask()).toMatchObject({ total: total - 1, moss: moss - 1 })
    })

    test('a text that found nothing finds what comes, and nothing once it is gone', async () => {
      const { index, find } = opened
      const total = async () => (await find(words('sundial'))).total
      expect([await total(), await total()]).toEqual([0, 0])
      await put(index, [product(60, { title: 'Sundial' })])
      expect([await total(), await total()]).toEqual([1, 1])
      await index.remove([{ id: idOf(60), revision: 2 }])
      await index.settled()
      expect([await total(), await total()]).toEqual([0, 0])
    })

    test('while searches and writes go on, each answer counts all that was written before it was asked', async () => {
      const { index, find } = opened
      const progress = { written: 0 }
      const search = async () => {
        while (progress.written < writes) {
          const before = progress.written
          const { total, counts } = await find({ ...words('lantern'), size: 2 })
          expect(total).toBeGreaterThanOrEqual(before)
          const shops = counts.filter(({ name }) => name === 'seller')
          expect(shops.reduce((sum, { count }) => sum + count, 0)).toBe(total)
        }
      }
      const searching = Promise.all(Array.from({ length: searches }, search))
      for (let n = 1; n <= writes; n++) {
        await put(index, [product(100 + n, { title: 'Lantern' })])
        progress.written = n
      }
      await searching
      expect((await find(words('lantern'))).total).toBe(writes)
    })

    test('a rebuild counts what it has read', async () => {
      const { index, find } = opened
      expect((await find(words('thing'))).total).toBe(0)
      const before = (await find(words('lamp'))).total
      for (const read of [3, 2]) {
        const generation = await index.rebuild()
        await generation.put(shelf(10, 10 + read, { title: 'Lamp' }))
        await generation.finish()
        await index.settled()
        const [first, second] = [await find(words('lamp')), await find(words('lamp'))]
        expect([first.total, second.total]).toEqual([read, read])
      }
      expect(before).toBeGreaterThan(3)
    })
  })
}
