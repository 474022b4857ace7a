import { randomUUID } from 'node:crypto'
import { timestampFromMs } from '@bufbuild/protobuf/wkt'
import { actingAs } from '@mallhive/service-kit/auth'
import { openRedis } from '@mallhive/service-kit/redis'
import { metrics } from '@mallhive/process-kit/telemetry'
import { testActor } from '@mallhive/service-kit/testing'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '@mallhive/process-kit/config'
import { configSchema } from './config.ts'
import { openIntake } from './intake.ts'
import { prune } from './prune.ts'
import * as schema from './schema.ts'
import { openSpendOnce } from './spend-once.ts'
import { openTestReleaseHealth, servedReport } from './testing.ts'

let nowMs = Date.parse('2030-01-01T12:00:30Z')
const now = () => nowMs
const service = await openTestReleaseHealth(now, {
  QUEUE_LIMIT: 500,
  BATCH_SIZE: 200,
  RELEASES_PER_MINUTE: 60,
})
const { db, url, client, deps } = service
const { intake } = deps
afterAll(() => service[Symbol.asyncDispose]())

type Fields = Record<string, unknown>

async function post(body: unknown, headers: Record<string, string> = {}): Promise<number> {
  const served = isDocument(body) ? servedReport(body, nowMs) : { body: textOf(body), headers: {} }
  const request = { method: 'POST', body: served.body, headers: { ...served.headers, ...headers } }
  return (await fetch(`${url}/_mall/beacon`, request)).status
}

type Document = { document: string; releases: Record<string, string>; rate: number }

const isDocument = (body: unknown): body is Document =>
  typeof body === 'object' && body !== null && 'document' in body && 'releases' in body && 'rate' in body
const textOf = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body))

const report = (fields: Fields = {}) => ({
  document: randomUUID(),
  page: 'cart/cart-page',
  releases: { cart: '1.5.0', home: '2.0.0' },
  rate: 1,
  ...fields,
})

async function health(mfe: string, version: string, sinceMs = nowMs) {
  await intake.drain()
  const { versions } = await client.releaseHealth({
    mfe,
    versions: [version],
    since: timestampFromMs(sinceMs),
    until: timestampFromMs(nowMs + 60_000),
  })
  return versions[0]
}

const admitted = () => ({ token: '', errors: [], servedAtMs: nowMs })

/** Returns a unique version. */
const fresh = () => `1.0.0-${randomUUID().slice(0, 8)}`
const weightOf = (histogram?: { buckets: { weight: number }[] }) =>
  histogram?.buckets.reduce((sum, { weight }) => sum + weight, 0)

test('a document with partial and repeated reports counts once, with its last vitals and one failure', async () => {
  const version = fresh()
  const mine = report({ releases: { cart: version } })
  const error = { release: `cart@${version}`, message: 'TypeError: it broke', count: 3 }
  for (const more of [
    {},
    { vitals: { inp: 80 } },
    { errors: [error, error] },
    { vitals: { lcp: 2_400, inp: 400, cls: 0.1 } },
    { errors: [error] },
  ]) {
    expect(await post({ ...mine, ...more })).toBe(204)
    if ('errors' in more) await intake.drain()
  }
  const found = await health('cart', version)
  expect(found).toMatchObject({ reports: 1, documents: 1, failedReports: 1, failedDocuments: 1 })
  expect(found?.exampleError).toBe('TypeError: it broke')
  expect(found?.inp?.buckets).toEqual([expect.objectContaining({ weight: 1 })])
  const [inp] = found?.inp?.buckets ?? []
  expect([inp!.over < 400, inp!.upTo >= 400]).toEqual([true, true])
  expect([weightOf(found?.lcp), weightOf(found?.cls)]).toEqual([1, 1])
})

test('vitals count for the page’s release, errors for the one that threw, the document for all', async () => {
  const releases = { cart: fresh(), home: fresh() }
  await post(
    report({
      releases,
      page: 'cart/cart-page',
      vitals: { lcp: 900 },
      errors: [
        { release: `home@${releases.home}`, message: 'x', count: 1 },
        { release: 'home@6.6.6', message: 'a release that the document does not run', count: 1 },
        { message: 'without a release', count: 1 },
      ],
    }),
  )
  const [cart, home] = [await health('cart', releases.cart), await health('home', releases.home)]
  expect(cart).toMatchObject({ reports: 1, failedReports: 0 })
  expect(home).toMatchObject({ reports: 1, failedReports: 1 })
  expect([weightOf(cart?.lcp), weightOf(home?.lcp)]).toEqual([1, 0])
  expect(await health('home', '6.6.6')).toMatchObject({ reports: 0, failedReports: 0 })
})

test('a foreign fault is counted apart and for no release, whatever release it names', async () => {
  const version = fresh()
  const before = await total('beacon_foreign_errors_total')
  const errors = (['network', 'script', 'page'] as const).map((fault) => ({
    release: `cart@${version}`,
    foreign: fault,
    message: fault,
    count: 1,
  }))
  await post(report({ releases: { cart: version }, errors }))
  expect(await health('cart', version)).toMatchObject({ reports: 1, failedReports: 0 })
  expect((await total('beacon_foreign_errors_total')) - before).toBe(3)
})

test('a sampled document is weighted by its rate, and stays one observation', async () => {
  const version = fresh()
  await post(report({ releases: { cart: version }, rate: 0.1, vitals: { lcp: 1_000 } }))
  const found = await health('cart', version)
  expect(found).toMatchObject({ reports: 1, documents: 10 })
  expect(weightOf(found?.lcp)).toBe(10)
})

test('later reports of a document count in the minute of its first', async () => {
  const version = fresh()
  const opened = nowMs
  const mine = report({ releases: { cart: version } })
  await post(mine)
  nowMs += 5 * 60_000
  await post({ ...mine, errors: [{ release: `cart@${version}`, message: 'late', count: 1 }] })
  expect(await health('cart', version)).toMatchObject({ reports: 0, failedReports: 0 })
  const found = await health('cart', version, opened)
  expect(found?.minutes).toMatchObject([{ documents: 1, failedDocuments: 1 }])
})

test('invalid reports are refused, counted and not stored', async () => {
  const garbage: [unknown, number][] = [
    ['', 400],
    ['{', 400],
    ['null', 400],
    [{}, 400],
    [report({ document: 'me' }), 400],
    [report({ rate: 0 }), 400],
    [report({ rate: 1e-9 }), 400],
    [report({ vitals: { lcp: -1 } }), 400],
    [report({ vitals: { lcp: '1' } }), 400],
    [report({ releases: { 'a b': '1.0.0' } }), 400],
    [report({ releases: { cart: 'latest' } }), 400],
    [`{"releases":{"__proto__":"1.0.0"},"document":"${randomUUID()}","rate":1,"page":7}`, 400],
    [report({ page: 'x'.repeat(20_000) }), 413],
  ]
  const before = await refusals()
  for (const [body, status] of garbage) expect([body, await post(body)]).toEqual([body, status])
  expect(await post(report(), { 'sec-fetch-site': 'cross-site' })).toBe(400)
  expect((await refusals()) - before).toBe(garbage.length + 1)
})

test('an error with a message that Postgres cannot store is counted', async () => {
  const version = fresh()
  const errors = [{ release: `cart@${version}`, message: 'nul \u0000 and half a \ud83d', count: 1 }]
  await post(report({ releases: { cart: version }, errors }))
  expect(await health('cart', version)).toMatchObject({ failedReports: 1 })
})

test('a flood drops and counts reports beyond the queue’s limit', async () => {
  const version = fresh()
  await intake.drain()
  const before = await total('beacon_dropped_total')
  for (let i = 0; i < 5_000; i++)
    intake.take({ ...report({ releases: { cart: version } }), ...admitted(), vitals: {} })
  expect((await total('beacon_dropped_total')) - before).toBe(4_500)
  expect((await health('cart', version))?.reports).toBe(500)
})

test('forged release names create a bounded number of rows', async () => {
  nowMs += 60_000
  for (let i = 0; i < 200; i++) await post(report({ releases: { cart: fresh() } }))
  await intake.drain()
  const minute = new Date(Math.floor(nowMs / 60_000) * 60_000)
  const { rows } = await db.execute(
    sql`select count(*)::int n from release_health.release_minute where minute = ${minute.toISOString()}`,
  )
  expect(rows).toEqual([{ n: 60 }])
  nowMs += 60_000
})

test('reports stay queued during a database outage and are written after it', async () => {
  const version = fresh()
  await post(report({ releases: { cart: version } }))
  await db.execute(sql`alter table release_health.document rename to away`)
  await expect(intake.drain()).rejects.toThrow('release_health')
  await db.execute(sql`alter table release_health.away rename to document`)
  expect(await health('cart', version)).toMatchObject({ reports: 1 })
})

test('two processes that count the same documents count each once', async () => {
  const version = fresh()
  const env = { ...readConfig(configSchema, service.env), FLUSH_MS: 2 ** 31 - 1, BATCH_SIZE: 7 }
  const log = { warn() {} } as unknown as Parameters<typeof openIntake>[0]['log']
  await using other = openIntake({ db, log, now }, env)
  const documents = Array.from({ length: 40 }, () => report({ releases: { cart: version } }))
  for (const one of documents) {
    for (const target of [intake, other]) target.take({ ...one, ...admitted(), vitals: { inp: 50 } })
  }
  await Promise.all([intake.drain(), other.drain()])
  const found = await health('cart', version)
  expect([found?.reports, weightOf(found?.inp)]).toEqual([40, 40])
})

test('rows past their retention are deleted', async () => {
  const version = fresh()
  await post(report({ releases: { cart: version } }))
  const opened = nowMs
  await intake.drain()
  nowMs += 13 * 24 * 3_600_000
  expect(await prune(deps)).toBe(false)
  expect(await db.$count(schema.documents)).toBe(0)
  const one = sql`select 1 from release_health.release_minute where version = ${version}`
  expect((await db.execute(one)).rows).toHaveLength(1)
  nowMs = opened + 15 * 24 * 3_600_000
  await prune(deps)
  expect((await db.execute(one)).rows).toHaveLength(0)
})

test('staff and services may read, shoppers may not', async () => {
  const request = { mfe: 'cart', versions: ['1.5.0'], since: timestampFromMs(nowMs) }
  await expect(
    client.releaseHealth(request, actingAs(await testActor({ roles: ['admin'] }))),
  ).resolves.toMatchObject({ versions: [{ version: '1.5.0' }] })
  await expect(client.releaseHealth(request, actingAs(await testActor()))).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await expect(client.releaseHealth({ ...request, since: timestampFromMs(0) })).rejects.toMatchObject({
    reason: 'BAD_RANGE',
  })
})

test.each([
  ['beyond the largest date', 8_640_000_000_001n],
  ['beyond the safe integers', 2n ** 53n],
  ['beyond the year 9999', 253_402_300_800n],
  ['before the year 1', -62_135_596_801n],
])('a time %s is refused', async (_, seconds) => {
  const at = { seconds }
  const request = { mfe: 'cart', versions: ['1.5.0'] }
  for (const range of [{ since: at }, { since: at, until: at }, { since: timestampFromMs(nowMs), until: at }])
    await expect(client.releaseHealth({ ...request, ...range })).rejects.toMatchObject({
      reason: 'BAD_RANGE',
    })
  const minutes = [{ mfe: 'cart', version: fresh(), minute: at, documents: 1, failedDocuments: 0 }]
  const served = service.shell.recordServed({ process: randomUUID(), minutes })
  await expect(served).rejects.toMatchObject({ reason: 'BAD_RANGE' })
})

const refusals = () => total('beacon_refused_total')

async function total(name: string): Promise<number> {
  const metric = await metrics.getSingleMetric(name)?.get()
  return metric?.values.reduce((sum, { value }) => sum + value, 0) ?? 0
}

test('a report of a document that the shell did not serve, or served with other releases, is refused', async () => {
  const version = fresh()
  const mine = report({ releases: { cart: version } })
  const { body } = servedReport(mine, nowMs)
  const { token } = JSON.parse(body) as { token: string }
  const before = await refusals()
  const forged = [
    mine,
    { ...mine, token: 'x' },
    { ...mine, token, document: randomUUID() },
    { ...mine, token, releases: { cart: '9.9.9' } },
    { ...mine, token, releases: { cart: version, home: '9.9.9' } },
    JSON.parse(servedReport(mine, nowMs - 7 * 3_600_000).body),
    JSON.parse(servedReport(mine, nowMs + 3_600_000).body),
  ]
  for (const one of forged) expect(await post(JSON.stringify(one))).toBe(400)
  expect((await refusals()) - before).toBe(forged.length)
  expect(await health('cart', version)).toMatchObject({ reports: 0 })
})

test('in a day one address counts for 24 documents, one failure and three timings of a release', async () => {
  const version = fresh()
  const from = { 'x-forwarded-for': randomUUID() }
  const errors = [{ release: `cart@${version}`, message: 'made up', count: 1 }]
  const made = () => report({ releases: { cart: version }, errors, vitals: { lcp: 60_000 } })
  for (let n = 0; n < 30; n++) expect(await post(made(), from)).toBe(204)
  const found = await health('cart', version)
  expect(found).toMatchObject({ reports: 24, failedReports: 1 })
  expect(weightOf(found?.lcp)).toBe(3)
  await post(report({ releases: { cart: version }, errors }))
  expect(await health('cart', version)).toMatchObject({ reports: 25, failedReports: 2 })
})

test('an address has its points again a day after it spent the last one, not at the end of a window', async () => {
  await using redis = openRedis(service.env['REDIS_URL'] ?? '')
  const name = `test:${randomUUID()}`
  const spend = openSpendOnce(redis, { name, points: 2, seconds: 60, knownSeconds: 60 })
  const end = async () => {
    const keys = await redis.keys(`limit:{${name}}:payer:*`)
    return redis.ttl(keys[0] ?? '')
  }
  expect(await spend('a', 'me')).toBe(true)
  const [payer = ''] = await redis.keys(`limit:{${name}}:payer:*`)
  await redis.expire(payer, 5)
  expect(await spend('b', 'me')).toBe(true)
  expect(await end()).toBeGreaterThan(50)
  await redis.expire(payer, 5)
  expect(await spend('c', 'me')).toBe(false)
  expect(await end()).toBeLessThanOrEqual(5)
})

test('parallel reports of one document spend one point of their address, and none pass its limit', async () => {
  const version = fresh()
  const from = { 'x-forwarded-for': randomUUID() }
  const alone = report({ releases: { cart: version } })
  const posts = (one: Fields, times: number) =>
    Promise.all(Array.from({ length: times }, () => post(one, from)))
  await posts(alone, 20)
  for (let n = 0; n < 23; n++) await post(report({ releases: { cart: version } }), from)
  expect(await health('cart', version)).toMatchObject({ reports: 24 })
  for (let n = 0; n < 20; n++) await posts(report({ releases: { cart: version } }), 8)
  expect(await health('cart', version)).toMatchObject({ reports: 24 })
})

test('the shells’ counts add up, and repeated or late totals of a process change nothing', async () => {
  const version = fresh()
  const minute = timestampFromMs(Math.floor(nowMs / 60_000) * 60_000)
  const [one, other] = [randomUUID(), randomUUID()]
  for (const [process, documents, failedDocuments] of [
    [one, 3, 1],
    [one, 8, 2],
    [one, 8, 2],
    [one, 5, 1],
    [other, 10, 0],
  ] as const)
    await service.shell.recordServed({
      process,
      minutes: [{ mfe: 'cart', version, minute, documents, failedDocuments }],
    })
  expect(await health('cart', version)).toMatchObject({ served: 18, failedServed: 2, reports: 0 })
  expect(await health('cart', version, nowMs + 60_000)).toMatchObject({ served: 0, failedServed: 0 })
})

test('a report counts in the minute in which its document was served', async () => {
  const version = fresh()
  const { body, headers } = servedReport(report({ releases: { cart: version } }), nowMs - 3 * 60_000)
  await fetch(`${url}/_mall/beacon`, { method: 'POST', body, headers })
  expect(await health('cart', version, nowMs - 2 * 60_000)).toMatchObject({ reports: 0 })
  expect(await health('cart', version, nowMs - 3 * 60_000)).toMatchObject({ reports: 1 })
})

test('a counted document’s later reports are accepted from an address that has reached its limit', async () => {
  const version = fresh()
  const from = { 'x-forwarded-for': randomUUID() }
  const mine = report({ releases: { cart: version } })
  expect(await post(mine, from)).toBe(204)
  for (let n = 0; n < 24; n++) await post(report({ releases: { cart: version } }), from)
  await post({ ...mine, vitals: { inp: 80 } }, from)
  const found = await health('cart', version)
  expect([found?.reports, weightOf(found?.inp)]).toEqual([24, 1])
})

test('repeated reports that name other releases than their document add nothing to Redis', async () => {
  await using redis = openRedis(service.env['REDIS_URL'] ?? '')
  const mine = report({ releases: { cart: fresh() } })
  const clientAddress = { 'x-forwarded-for': randomUUID() }
  await post(mine, clientAddress)
  const before = await redis.dbsize()
  for (let n = 0; n < 50; n++) {
    const errors = Array.from({ length: 20 }, (_, at) => ({
      release: `invented-n${n}-at${at}@${fresh()}`,
      message: 'x',
      count: 1,
    }))
    const forged = { ...mine, errors, vitals: { lcp: 1 }, page: `invented-n${n}/page` }
    expect(await post(forged, clientAddress)).toBe(204)
  }
  expect((await redis.dbsize()) - before).toBeLessThan(20)
})
