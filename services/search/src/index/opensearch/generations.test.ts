import type { Client } from '@opensearch-project/opensearch'
import { setImmediate } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openGenerations } from './generations.ts'

type Action = Record<'add' | 'remove', { index: string; alias: string; must_exist?: boolean } | undefined>

/** Indices with their aliases, as the engine keeps them. */
function fakeEngine() {
  const aliases = new Map<string, Set<string>>()
  const failures = { afterAliases: false, delete: false }
  let started = Promise.resolve()
  const found = (wanted: (of: Set<string>) => boolean) =>
    Object.fromEntries([...aliases].filter(([, of]) => wanted(of)).map(([index]) => [index, {}]))
  const indices = {
    getAlias: async ({ name }: { name?: string }) => ({
      body: found((of) => name === undefined || of.has(name)),
    }),
    create: async ({ index, body }: { index: string; body: { aliases: object } }) => {
      aliases.set(index, new Set(Object.keys(body.aliases)))
      await started
    },
    delete: async ({ index }: { index: string | string[] }) => {
      if (failures.delete) throw new Error('the index is being snapshotted')
      for (const each of [index].flat()) aliases.delete(each)
    },
    updateAliases: async ({ body: { actions } }: { body: { actions: Action[] } }) => {
      const isMissing = ({ remove }: Action) =>
        remove?.must_exist && !aliases.get(remove.index)?.has(remove.alias)
      if (actions.some(isMissing)) return { statusCode: 404 }
      for (const { add, remove } of actions) {
        if (add) aliases.get(add.index)!.add(add.alias)
        if (remove) aliases.get(remove.index)!.delete(remove.alias)
      }
      if (failures.afterAliases) throw new Error('the answer was lost')
      return { statusCode: 200 }
    },
  }
  /** Creations end with the returned call; their indices are known before. */
  const holdCreations = () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    started = promise
    return resolve
  }
  return { client: { indices } as unknown as Client, aliases, failures, holdCreations }
}

test('a call that finds the first generation being created waits until it answers', async () => {
  const { client, holdCreations } = fakeEngine()
  const generations = openGenerations({ client, reads: client }, 'products', {})
  const start = holdCreations()
  let told = 0
  const read = async () => {
    const live = await generations.renewed()
    told++
    return live
  }
  const early = [read(), read()]
  await setImmediate()
  const late = read()
  await setImmediate()
  expect(told).toBe(0)
  start()
  expect(await Promise.all([...early, late])).toEqual(Array.from({ length: 3 }, () => 'products-first'))
})

test('a generation that is live is not dropped, though the answer that made it live was lost', async () => {
  const { client, failures } = fakeEngine()
  const generations = openGenerations({ client, reads: client }, 'products', {})
  const built = await generations.begin()
  failures.afterAliases = true
  await expect(generations.swap(built)).rejects.toThrow('lost')
  failures.afterAliases = false
  await generations.drop(built)
  expect(await generations.live()).toBe(built)
})

test('a generation that is replaced but cannot be deleted is deleted by the next rebuild', async () => {
  const { client, aliases, failures } = fakeEngine()
  const generations = openGenerations({ client, reads: client }, 'products', {})
  const built = await generations.begin()
  failures.delete = true
  await generations.swap(built)
  failures.delete = false
  const next = await generations.begin()
  expect([...aliases.keys()]).toEqual([built, next])
})

test('a dropped generation is gone and cannot become live', async () => {
  const { client, aliases } = fakeEngine()
  const generations = openGenerations({ client, reads: client }, 'products', {})
  const built = await generations.begin()
  await generations.drop(built)
  expect(aliases.has(built)).toBe(false)
  await expect(generations.swap(built)).rejects.toThrow('no longer')
})

test('writes do not share the short patience of searches, and no search waits for them', async () => {
  const { client } = fakeEngine()
  const reads = { indices: { getAlias: () => Promise.reject(new Error('too slow')) } } as unknown as Client
  const generations = openGenerations({ client, reads }, 'products', {})
  const writing = generations.written()
  await expect(generations.live()).rejects.toThrow('too slow')
  const [live] = await writing
  await generations.swap(await generations.begin())
  expect(await generations.live()).not.toBe(live)
})

test('of searches that meet a hanging engine at once each one fails, and nothing else', async () => {
  const { client } = fakeEngine()
  const hanging = [Promise.withResolvers<never>(), Promise.withResolvers<never>()]
  const calls = hanging.values()
  const reads = { indices: { getAlias: () => calls.next().value!.promise } } as unknown as Client
  const unhandled = vi.fn<(reason: unknown) => void>()
  process.on('unhandledRejection', unhandled)
  onTestFinished(() => void process.off('unhandledRejection', unhandled))
  const generations = openGenerations({ client, reads }, 'products', {})
  const readings = Promise.allSettled([generations.renewed(), generations.renewed()])
  for (const { reject } of hanging) {
    reject(new Error('timed out'))
    await setImmediate()
  }
  expect((await readings).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(unhandled).not.toHaveBeenCalled()
})
