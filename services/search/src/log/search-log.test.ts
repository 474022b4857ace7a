import { randomUUID } from 'node:crypto'
import { createClient, createRouterTransport } from '@connectrpc/connect'
import { SearchService } from '@mallhive/contracts/search'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { logSearch } from '../rpc/log-search.ts'
import { loggedSearches } from '../schema.ts'
import { openTestSearch, type TestSearch } from '../testing.ts'
import { openDailyRoom } from './open-daily-room.ts'
import { prune } from './prune.ts'

let mall: TestSearch
beforeAll(async () => void (mall = await openTestSearch()))
afterAll(() => mall[Symbol.asyncDispose]())
beforeEach(() => mall.db.delete(loggedSearches))

const rows = () => mall.db.select().from(loggedSearches)

async function log(query: string, more: { total?: number; locale?: string; correctedTo?: string } = {}) {
  const id = randomUUID()
  await mall.client.logSearch({ id, query, locale: 'en', total: 3, ...more })
  return id
}

const age = (days: number) =>
  mall.db.update(loggedSearches).set({ searchedOn: sql`current_date - ${days}::int` })

const report = (more: { days?: number; locale?: string } = {}) =>
  mall.client.getSearchReport(more, mall.asTools)

test('a search is kept with its day, and nothing of its shopper', async () => {
  const id = await log('  Desk   LAMP ', { locale: 'de', correctedTo: 'desk lamps' })
  expect(await rows()).toEqual([
    {
      id,
      searchedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      query: 'desk lamp',
      locale: 'de',
      total: 3,
      correctedTo: 'desk lamps',
      clickedPosition: null,
      clicks: 0,
      added: false,
      bought: false,
    },
  ])
})

test('a search that is sent twice counts once, and cannot be overwritten', async () => {
  const id = await log('lamp')
  await mall.client.logSearch({ id, query: 'forged', locale: 'en', total: 0 })
  expect(await rows()).toMatchObject([{ query: 'lamp', total: 3 }])
})

test('a search that is sent twice, or not kept, takes no room of the day', async () => {
  const room = openDailyRoom(2)
  const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()]
  const transport = createRouterTransport(
    (router) => void router.service(SearchService, { logSearch: logSearch(mall.deps, room) }),
  )
  const client = createClient(SearchService, transport)
  for (const id of [first, first, 'personal', second, third]) {
    const query = id === 'personal' ? 'ada@example.com' : 'lamp'
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await client.logSearch({ id, query, locale: 'en' })
  }
  expect(new Set((await rows()).map(({ id }) => id))).toEqual(new Set([first, second]))
})

test('queries with personal data are not kept, nor what they were corrected to', async () => {
  await log('ada@example.com')
  await log('MH-7K2F9QRS')
  await log('lamp', { correctedTo: '+49 30 1234567' })
  expect(await rows()).toEqual([])
})

test('what came of a search is added to it: the first place, clicks, the cart, the order', async () => {
  const id = await log('lamp')
  await mall.client.logOutcome({ id, clickedPosition: 4 })
  await mall.client.logOutcome({ id, clickedPosition: 2 })
  await mall.client.logOutcome({ id, added: true })
  await mall.client.logOutcome({ id, bought: true })
  expect(await rows()).toMatchObject([{ clickedPosition: 4, clicks: 2, added: true, bought: true }])
})

test('nothing counts as bought that was not put in the cart', async () => {
  const id = await log('lamp')
  await mall.client.logOutcome({ id, bought: true })
  expect(await rows()).toMatchObject([{ added: false, bought: false }])
})

test('a forged or an old id changes nothing', async () => {
  const id = await log('lamp')
  await mall.client.logOutcome({ id: randomUUID(), clickedPosition: 1, added: true })
  await age(7)
  await mall.client.logOutcome({ id, clickedPosition: 1, added: true })
  expect(await rows()).toMatchObject([{ clicks: 0, added: false }])
  await age(6)
  await mall.client.logOutcome({ id, clickedPosition: 1 })
  expect(await rows()).toMatchObject([{ clicks: 1 }])
  await expect(mall.client.logOutcome({ id: "' or true" })).rejects.toMatchObject({ reason: 'BAD_SEARCH_ID' })
  await expect(mall.client.logSearch({ id: '', query: 'x' })).rejects.toMatchObject({
    reason: 'BAD_SEARCH_ID',
  })
})

test('numbers beyond all lists are bounded', async () => {
  const id = await log('lamp', { total: -5 })
  await mall.client.logOutcome({ id, clickedPosition: 2_000_000_000 })
  expect(await rows()).toMatchObject([{ total: 0, clickedPosition: 1200 }])
})

test('a search is deleted after 90 days', async () => {
  await log('lamp')
  await age(89)
  expect(await prune(mall.deps)).toBe(0)
  expect((await report()).sum?.searches).toBe(1)
  await age(90)
  expect((await report()).sum?.searches).toBe(0)
  expect(await prune(mall.deps)).toBe(1)
  expect(await rows()).toEqual([])
})

test('the report counts by query: the most searched, those without results, those with few clicks', async () => {
  const clicked = await log('lamp')
  await mall.client.logOutcome({ id: clicked, clickedPosition: 3, added: true })
  await log('Lamp', { total: 5 })
  await log('zebedee', { total: 0, correctedTo: 'zebra' })
  await log('lampe', { locale: 'de' })
  for (let searches = 0; searches < 5; searches++) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is enough
    await log('mug')
  }
  const { sum, top, withoutResults, withFewClicks } = await report()
  expect(sum).toMatchObject({ searches: 9, withoutResults: 1, clicked: 1, added: 1, bought: 0 })
  expect(top.map(({ query, locale, searches }) => [query, locale, searches])).toEqual([
    ['mug', 'en', 5],
    ['lamp', 'en', 2],
    ['lampe', 'de', 1],
    ['zebedee', 'en', 1],
  ])
  expect(top[1]).toMatchObject({ total: 5, clicked: 1, clickedPosition: 3, added: 1 })
  expect(withoutResults).toMatchObject([{ query: 'zebedee', withoutResults: 1, correctedTo: 'zebra' }])
  expect(withFewClicks).toMatchObject([{ query: 'mug', searches: 5, clicked: 0 }])
  expect((await report({ locale: 'de' })).top).toMatchObject([{ query: 'lampe' }])
})

test('the report of some days has no older searches', async () => {
  await log('lamp')
  await age(2)
  expect((await report({ days: 2 })).top).toEqual([])
  expect((await report({ days: 3 })).top).toMatchObject([{ query: 'lamp' }])
})
