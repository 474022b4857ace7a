import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rebuilds } from '../schema.ts'
import { fakeCatalogue, testProduct } from '../test-catalogue.ts'
import { openTestSearch } from '../testing.ts'
import { startFilling } from './start-filling.ts'

const cups = (count: number) => Array.from({ length: count }, (_, n) => testProduct(n))

test('a rebuild fills the index from nothing, part by part, and drops what the catalogue lacks', async () => {
  await using mall = await openTestSearch(fakeCatalogue(cups(620)))
  await mall.change(testProduct(9_000, { title: 'Ghost cup' }))
  expect(await mall.rebuild()).toMatchObject({ done: 620, total: 620, failure: '' })
  expect((await mall.client.search({})).total).toBe(620)
})

test('rebuilds that are asked for at once are one', async () => {
  await using mall = await openTestSearch(fakeCatalogue(cups(30)))
  const begun = await Promise.all([1, 2, 3].map(() => mall.client.startRebuild({}, mall.asTools)))
  expect(new Set(begun.map(({ rebuild }) => rebuild?.id)).size).toBe(1)
})

test('a catalogue that fails leaves the index as it is, and the next rebuild succeeds', async () => {
  await using mall = await openTestSearch(fakeCatalogue(cups(300)))
  await mall.rebuild()
  mall.catalogue.failures.exportAfter = true
  mall.catalogue.shelf.delete(testProduct(0).id)
  expect(await mall.rebuild()).toMatchObject({ failure: 'failed' })
  expect((await mall.client.search({})).total).toBe(300)
  mall.catalogue.failures.exportAfter = false
  expect(await mall.rebuild()).toMatchObject({ failure: '', total: 299 })
  expect((await mall.client.search({})).total).toBe(299)
})

test('a rebuild whose instance is gone is counted as interrupted by the next one', async () => {
  await using mall = await openTestSearch(fakeCatalogue(cups(3)))
  const id = '01900000-0000-7000-8000-000000000000'
  await mall.db.insert(rebuilds).values({ id, beatAt: sql`now() - interval '1 minute'` })
  expect(await mall.rebuild()).toMatchObject({ failure: '', total: 3 })
  expect(await mall.db.select().from(rebuilds)).toContainEqual(
    expect.objectContaining({ id, failure: 'interrupted' }),
  )
})

test('an index without products is filled by itself, one with products is not', async () => {
  await using mall = await openTestSearch(fakeCatalogue(cups(5)))
  const total = async () => (await mall.client.search({})).total
  {
    await using _ = startFilling(mall.deps)
    await expect.poll(total).toBe(5)
  }
  await expect.poll(async () => (await mall.deps.rebuilder.last())?.finishedAt).toBeTruthy()
  {
    await using _ = startFilling(mall.deps)
  }
  expect(await mall.db.$count(rebuilds)).toBe(1)
})
