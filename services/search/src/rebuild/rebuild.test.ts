import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rebuilds } from '../schema.ts'
import { fakeCatalogue, testProduct } from '../test-catalogue.ts'
import { openTestSearch } from '../testing.ts'
import { madeBy } from './code-hash.ts'
import { keepFilled } from './keep-filled.ts'

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

test('a rebuild whose instance is gone is read as interrupted', async () => {
  await using mall = await openTestSearch()
  await mall.db.insert(rebuilds).values({
    id: '01900000-0000-7000-8000-000000000000',
    beatAt: sql`now() - interval '1 minute'`,
  })
  const { rebuild } = await mall.client.getRebuild({}, mall.asTools)
  expect([rebuild?.failure, rebuild?.finishedAt]).toEqual(['interrupted', expect.anything()])
})

test('what a rebuild brings is understood after it', async () => {
  await using mall = await openTestSearch(fakeCatalogue(cups(3)))
  const shop = async () => {
    const options = { locale: 'en', currency: 'EUR', verbatim: false } as const
    return (await mall.deps.understanding.understand('the kiln', options)).filters.sellerSlug
  }
  expect(await shop()).toBeUndefined()
  await mall.rebuild()
  await expect.poll(shop).toBe('kiln')
})

test.each([{ query: 'cup' }, {}])(
  'before the first rebuild, what events brought is no answer: %o',
  async (request) => {
    const [first, second] = [testProduct(1), testProduct(2)]
    await using mall = await openTestSearch(fakeCatalogue([first, second]))
    await mall.change(first)
    await expect(mall.client.search(request)).rejects.toMatchObject({ reason: 'NOT_FILLED' })
    await mall.rebuild()
    expect((await mall.client.search({})).total).toBe(2)
  },
)

test('that the index was made is asked for once: an empty answer needs no other database', async () => {
  await using mall = await openTestSearch(fakeCatalogue([testProduct(1)]))
  await mall.rebuild()
  expect((await mall.client.search({ query: 'cup' })).total).toBe(1)
  await mall.db.execute(sql`drop table search.rebuilds`)
  expect((await mall.client.search({ query: 'zebra' })).total).toBe(0)
})

test('an index is filled by itself until a rebuild has succeeded, then no more', async () => {
  await using mall = await openTestSearch(fakeCatalogue(cups(300)))
  await expect(mall.client.search({})).rejects.toMatchObject({ reason: 'NOT_FILLED' })
  mall.catalogue.failures.exportAfter = true
  {
    await using _ = keepFilled(mall.deps)
    await expect.poll(async () => (await mall.deps.rebuilder.last())?.failure).toBe('failed')
    await expect(mall.client.search({})).rejects.toMatchObject({ reason: 'NOT_FILLED' })
    mall.catalogue.failures.exportAfter = false
    const total = () =>
      mall.client.search({}).then(
        (found) => found.total,
        () => 0,
      )
    await expect.poll(total, { timeout: 10_000 }).toBe(300)
    await expect.poll(() => mall.deps.rebuilder.lastGood()).toBeTruthy()
  }
  const begun = await mall.db.$count(rebuilds)
  {
    await using _ = keepFilled(mall.deps)
  }
  expect(await mall.db.$count(rebuilds)).toBe(begun)
})

test('an index that other code has made is made anew', async () => {
  await using mall = await openTestSearch(fakeCatalogue(cups(3)))
  const { id } = await mall.rebuild()
  await mall.db.update(rebuilds).set({ madeBy: 'another release' })
  await using _ = keepFilled(mall.deps)
  await expect.poll(async () => (await mall.deps.rebuilder.lastGood())?.id).not.toBe(id)
})

test('an index is made anew after another engine has been in use', async () => {
  await using mall = await openTestSearch(fakeCatalogue(cups(3)))
  await mall.rebuild()
  const made = await mall.deps.rebuilder.lastGood()
  await mall.db.update(rebuilds).set({ madeBy: madeBy('opensearch') })
  await using _ = keepFilled(mall.deps)
  await expect.poll(async () => (await mall.deps.rebuilder.lastGood())?.id).not.toBe(made?.id)
})

test('a mall without products is filled, too', async () => {
  await using mall = await openTestSearch()
  expect(await mall.rebuild()).toMatchObject({ failure: '', total: 0 })
  expect((await mall.client.search({ query: 'cup' })).total).toBe(0)
})
