import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import {
  fakeCatalogue,
  keepFilled,
  openTestSearch,
  testProduct,
  type TestSearch,
} from '@mallhive/service-search/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

import type { Engine } from './engines/engine.ts'
import { openOpensearch } from './engines/opensearch.ts'

// Nothing watches the node, so that it may hang.
const stateDir = mkdtempSync(join(tmpdir(), 'opensearch-outages-'))
const options = { stateDir, logDir: stateDir, isAdministrator: true, secret: 'test', silentForMs: 0 }
const cups = Array.from({ length: 12 }, (_, n) => testProduct(n))
let node: Engine
let mall: TestSearch

beforeAll(async () => {
  node = await openOpensearch(options)
  mall = await openTestSearch(fakeCatalogue(cups), { env: { OPENSEARCH_URL: node.url } })
  await mall.rebuild()
})
afterAll(async () => {
  await mall?.[Symbol.asyncDispose]()
  await node?.part?.stop()
  rmSync(stateDir, { recursive: true, force: true })
})

const down = { kind: 'unavailable', reason: 'UNAVAILABLE' }
const total = async () => (await mall.client.search({ query: 'cup' })).total
const patiently = { timeout: 30_000 }
/** The total; 0 while there is no answer. */
const found = () => total().catch(() => 0)
const restart = async () => (node = await openOpensearch({ ...options, port: node.port }))

/** Returns why a search is refused by a node that answers: one that has just started may be too slow. */
async function refusal(request: Parameters<typeof mall.client.search>[0]): Promise<unknown> {
  const { reason } = await mall.client.search(request).then(
    () => ({ reason: undefined }),
    (error: { reason?: unknown }) => error,
  )
  return reason === 'UNAVAILABLE' ? refusal(request) : reason
}

async function isDown() {
  await expect(mall.client.search({ query: 'cup' })).rejects.toMatchObject(down)
  await expect(mall.client.suggest({ query: 'cup' })).rejects.toMatchObject(down)
  // The first search in a language.
  await expect(mall.client.search({ query: 'cup', locale: 'ar' })).rejects.toMatchObject(down)
  await expect(mall.change(testProduct(0, { revision: 2 }))).rejects.toMatchObject(down)
}

test('while the node hangs searches and events are refused, and afterwards taken', async () => {
  await expect.poll(found, patiently).toBe(12)
  const pid = node.part?.pid ?? 0
  process.kill(pid, 'SIGSTOP')
  try {
    await isDown()
  } finally {
    process.kill(pid, 'SIGCONT')
  }
  await expect.poll(found, patiently).toBe(12)
})

test('a node that is killed refuses, and answers again once it is back', async () => {
  await node.part?.kill()
  await isDown()
  await restart()
  await expect.poll(found, patiently).toBe(12)
})

test('a disk that is full costs no search; events are refused until there is room', async () => {
  const block = async (isFull: boolean) => {
    const { origin, username, password } = new URL(node.url)
    // What the node itself sets on all indices when a disk is full to the last watermark.
    const response = await fetch(`${origin}/products-*/_settings`, {
      method: 'PUT',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${btoa(`${username}:${password}`)}`,
      },
      body: JSON.stringify({ 'index.blocks.read_only_allow_delete': isFull || null }),
    })
    expect(response.ok).toBe(true)
  }
  const carafe = testProduct(1, { revision: 2, title: 'Striped carafe' })
  await block(true)
  await expect(mall.change(carafe)).rejects.toMatchObject(down)
  expect(await total()).toBe(12)
  await block(false)
  await mall.change(carafe)
  expect((await mall.client.search({ query: 'carafe' })).hits).toMatchObject([
    { product: { title: 'Striped carafe' } },
  ])
})

test('a node that comes back empty is filled without a restart of the service', async () => {
  await mall.rebuild()
  await using _ = keepFilled(mall.deps)
  await expect.poll(found, patiently).toBe(12)
  await node.part?.kill()
  rmSync(join(stateDir, 'opensearch'), { recursive: true })
  await restart()
  await expect.poll(found, patiently).toBe(12)
})

test('an empty node does not pass for a mall without products', async () => {
  await mall.rebuild()
  await node.part?.kill()
  rmSync(join(stateDir, 'opensearch'), { recursive: true })
  await restart()
  expect(await refusal({ query: 'cup' })).toBe('NOT_FILLED')
  expect(await refusal({ categorySlug: 'cups' })).toBe('NOT_FILLED')
})
