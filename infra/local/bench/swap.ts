import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { promote } from '@mallhive/release-runtime/promote'
import { publish } from '@mallhive/release-runtime/publish'
import { rollback } from '@mallhive/release-runtime/rollback'
import { signingStoreFromEnv } from '@mallhive/release-runtime/trust/trusted-store'

import { openMall } from '../src/mall/open-mall.ts'
import { helloReleases } from './swap/hello-releases.ts'
import { heapMbOf, inspectable } from './swap/heap.ts'
import { openReaders } from './swap/readers.ts'

// Releases a new micro frontend's page, server code and BFF in a loop while shoppers load documents. Expected: every document
// uses one release throughout, none fails, and superseded releases leave the memory.
const swaps = Number(process.env['SWAPS'] ?? 50)
const readerCount = Number(process.env['READERS'] ?? 4)
const giveUpMs = 60_000
const who = { name: 'hello', by: 'bench' }

const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-swap-'))
await using stack = new AsyncDisposableStack()
stack.defer(() => rmSync(stateDir, { recursive: true, force: true }))
const env = { RATE_LIMIT_SCALE: '0', RELEASE_GRACE_MS: '30000', LOG_LEVEL: 'warn' }
const mall = stack.use(await openMall({ stateDir, durable: false, env, nodeArgs: [inspectable] }))
const store = stack.use(await signingStoreFromEnv(mall.teamEnv))
const helloAt = await helloReleases(join(stateDir, 'hello'))

await goLive('1.0.0')
await untilLive('1.0.0')
const readers = openReaders(mall.url, readerCount)
const liveMs: number[] = []
let heapBefore = 0
for (let swap = 1; swap <= swaps; swap++) {
  // Compiled code and caches of the first swaps stay and do not count as growth.
  if (swap === Math.ceil(swaps / 5)) heapBefore = await heapMb()
  await goLive(`1.0.${swap}`)
  liveMs.push(await seen(`1.0.${swap}`))
  if (swap % 5 === 0) liveMs.push(await rolledBack(`1.0.${swap - 1}`))
  console.error(`swap ${swap} of ${swaps}: live after ${Math.round(liveMs.at(-1) ?? 0)} ms`)
}
await sleep(70_000) // the grace periods of the last superseded versions
const heapGrowthMb = (await heapMb()) - heapBefore
await readers.stop()
const { requests, failed, mixed } = readers
const slowestToLiveMs = Math.round(Math.max(...liveMs))
console.log(
  JSON.stringify({
    swaps: liveMs.length,
    requests,
    failed,
    mixed,
    slowestToLiveMs,
    heapGrowthMb: Math.round(heapGrowthMb * 10) / 10,
  }),
)

async function goLive(version: string): Promise<void> {
  await publish(store, helloAt(version))
  await promote(store, { ...who, version })
}

async function rolledBack(version: string): Promise<number> {
  await rollback(store, who)
  readers.firstSeen.delete(version)
  return seen(version)
}

/** Returns the time in ms from now, when the pointer has moved, until a document of this version is seen. */
async function seen(version: string): Promise<number> {
  const began = performance.now()
  while (performance.now() - began < giveUpMs) {
    const at = readers.firstSeen.get(version)
    if (at !== undefined) return Math.max(0, at - began)
    await sleep(5)
  }
  throw new Error(`${version} was not live after ${giveUpMs} ms`)
}

async function untilLive(version: string): Promise<void> {
  const began = performance.now()
  while (performance.now() - began < giveUpMs) {
    if ((await (await fetch(`${mall.url}/hello/reader`)).text()).includes(`data-page="${version}"`)) return
    await sleep(100)
  }
  throw new Error(`${version} was not live after ${giveUpMs} ms`)
}

/** Returns the heap of the shell and of the process that hosts the services and the BFF host. */
async function heapMb(): Promise<number> {
  const logs = ['shell', 'services'].map((name) => join(stateDir, 'logs', `${name}.log`))
  const heaps = await Promise.all(logs.map(heapMbOf))
  return heaps.reduce((sum, mb) => sum + mb, 0)
}
