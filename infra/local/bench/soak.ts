import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { promote } from '@mallhive/release-runtime/promote'
import { publish } from '@mallhive/release-runtime/publish'
import { signingStoreFromEnv } from '@mallhive/release-runtime/trust/trusted-store'

import { openMall } from '../src/mall/open-mall.ts'
import { wantedReleases } from '../src/mall/releases.ts'
import { samplePages } from './sample-pages.ts'
import { copyOf } from './soak/copies.ts'
import { type Memory, memoryOf } from './soak/memory.ts'
import { openDocument, openShoppers, stillWorks } from './soak/shoppers.ts'
import { type Versions, versionsOf } from './soak/versions.ts'
import { inspectable } from './swap/heap.ts'

// Releases micro frontends of all teams in a loop while shoppers load documents. Expected: no document fails or mixes releases,
// memory does not grow, and documents that were opened at the beginning keep working.
const swaps = Number(process.env['SWAPS'] ?? 500)
const shopperCount = Number(process.env['SHOPPERS'] ?? 3)
const everyMs = Number(process.env['EVERY_MS'] ?? 500)

const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-soak-'))
await using stack = new AsyncDisposableStack()
stack.defer(() => rmSync(stateDir, { recursive: true, force: true }))
const env = { RATE_LIMIT_SCALE: '0', RELEASE_GRACE_MS: '10000', LOG_LEVEL: 'warn' }
const mall = stack.use(await openMall({ stateDir, durable: false, env, nodeArgs: [inspectable] }))
const releases = stack.use(await signingStoreFromEnv(mall.teamEnv))
const sources = wantedReleases()
const pages = await samplePages(mall.url)

const idle = await memoryOf(stateDir, ['shell', 'services'])
const opened = await Promise.all(Object.values(pages).map((path) => openDocument(mall.url, path)))
const shoppers = openShoppers(mall.url, Object.values(pages), shopperCount)
const memory: Memory[] = []
const versions: Versions[] = []
for (let swap = 1; swap <= swaps; swap++) {
  await release(swap)
  await sleep(everyMs)
  if (swap % 20 !== 0) continue
  memory.push(await memoryOf(stateDir, ['shell', 'services']))
  versions.push(await versionsOf(mall.url, memory.at(-1)?.bundles ?? []))
  console.error(`swap ${swap} of ${swaps}: ${JSON.stringify(memory.at(-1))}`)
}
await shoppers.stop()
const works = await Promise.all(opened.map((document) => stillWorks(mall.url, document)))

const { requests, failed, mixed } = shoppers
const [first, last] = [memory.slice(0, 5), memory.slice(-5)]
console.log(
  JSON.stringify({
    swaps,
    requests,
    failed,
    mixed,
    openDocuments: works.length,
    openDocumentsThatWork: works.filter(Boolean).length,
    heapFirst100Mb: mean(first.map(({ heapMb }) => heapMb)),
    heapLast100Mb: mean(last.map(({ heapMb }) => heapMb)),
    rssFirst100Mb: mean(first.map(({ rssMb }) => rssMb)),
    rssLast100Mb: mean(last.map(({ rssMb }) => rssMb)),
    pssIdleMb: idle.pssMb,
    pssFirst100Mb: mean(first.map(({ pssMb }) => pssMb)),
    pssLast100Mb: mean(last.map(({ pssMb }) => pssMb)),
    bundlesIdle: idle.bundles.length,
    bundlesMost: Math.max(...memory.map(({ bundles }) => bundles.length)),
    bundlesSupersededMost: Math.max(...versions.map(({ supersededBundles }) => supersededBundles)),
    versionsInShellMost: Math.max(...versions.map(({ inShell }) => inShell)),
    versionsSupersededInShellMost: Math.max(...versions.map(({ supersededInShell }) => supersededInShell)),
  }),
)

async function release(swap: number): Promise<void> {
  const source = sources[Math.floor(Math.random() * sources.length)]
  if (!source) throw new Error('there is nothing to release')
  const version = `2.0.${swap}`
  using copy = copyOf(source.dir, version, join(stateDir, 'copy'))
  await publish(releases, copy)
  await promote(releases, { name: source.name, version, by: 'soak' })
}

function mean(values: number[]): number {
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10
}
