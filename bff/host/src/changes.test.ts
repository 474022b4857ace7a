import { randomUUID } from 'node:crypto'
import { create } from '@bufbuild/protobuf'
import { anyPack } from '@bufbuild/protobuf/wkt'
import { EnvelopeSchema } from '@mallhive/contracts/events'
import { StockChangedSchema } from '@mallhive/contracts/inventory'
import { logger } from '@mallhive/process-kit/telemetry'
import { openRedis } from '@mallhive/service-kit/redis'
import { testEnv } from '@mallhive/service-kit/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChanges } from './changes.ts'
import type { ChangeList, Changes } from './changes.ts'
import { subscriptions } from './subscriptions.ts'
import { openTestHost } from './testing.ts'

// That events of the bus arrive here is tested with all parts: infra/local/src/mall/remembered-answers.test.ts.

const log = logger('test')
const resources = new AsyncDisposableStack()
const redis = resources.use(openRedis(testEnv()['REDIS_URL'] ?? ''))
/** Two instances, one of them behind the host's route. */
const own = resources.use(openChanges(redis, log))
let instances: Pick<Changes, 'after'>[]
let url: string
beforeAll(async () => {
  const host = resources.use(await openTestHost())
  url = `${host.url}/changes`
  const after = async (id: string) => (await (await fetch(`${url}?after=${id}`)).json()) as ChangeList
  instances = [own, { after }]
})
afterAll(() => resources.disposeAsync())

/** Handles an event as the instance that receives it from the queue. */
async function receiveStock(sku: string): Promise<string> {
  const { typeName: type } = StockChangedSchema
  const payload = anyPack(StockChangedSchema, create(StockChangedSchema, { sku, available: 0 }))
  const envelope = create(EnvelopeSchema, { id: randomUUID(), type, key: sku, payload })
  const subscription = subscriptions(own).find(({ desc }) => desc === StockChangedSchema)
  await subscription?.handle(envelope, { envelope, log })
  return `${type}:${sku}`
}

/** Follows an instance's list until it names the change. */
async function follow(instance: Pick<Changes, 'after'>, after: string, change: string): Promise<ChangeList> {
  const list = await instance.after(after)
  return list.changed.includes(change) ? list : follow(instance, list.last, change)
}

test('an event that one instance receives is in the lists of all, in the same order', async () => {
  const begun = await Promise.all(instances.map(({ after }) => after('')))
  expect(begun).toMatchObject([{ missed: true }, { missed: true }])
  const lists = instances.map((instance, n) => ({ instance, last: begun[n]?.last ?? '' }))
  const waiting = Promise.all(lists.map(({ instance, last }) => instance.after(last)))
  const change = await receiveStock(randomUUID())
  await waiting
  await Promise.all(lists.map(({ instance, last }) => follow(instance, last, change)))
})

test('a list goes on at another instance, and says when it lacks changes', async () => {
  const [first, second] = instances
  if (!first || !second) throw new Error('two instances must be open')
  const { last } = await first.after('')
  const list = await follow(first, last, await receiveStock(randomUUID()))
  const atOther = await follow(second, last, list.changed.at(-1) ?? '')
  expect(atOther.missed).toBe(false)
  await using later = openChanges(redis, log)
  await expect.poll(() => later.after(last)).toMatchObject({ missed: true, changed: [] })
  expect((await fetch(`${url}?after=nonsense`)).status).toBe(400)
})

test('without news the answer comes after a second, so that its silence means a fault', async () => {
  await using alone = openChanges(redis, log)
  await expect.poll(() => alone.after('')).toMatchObject({ missed: true })
  const asked = performance.now()
  await alone.after((await alone.after('')).last)
  expect(performance.now() - asked).toBeLessThan(2500)
})

test('while Redis does not answer there is no list', async () => {
  await using absent = openRedis('redis://127.0.0.1:1')
  await using changes = openChanges(absent, log)
  await expect(changes.after('')).rejects.toMatchObject({ status: 503 })
})
