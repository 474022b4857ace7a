import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'

import type { Case } from '@mallhive/release-kit/gate/fixtures/case'
import { openCorpus } from '@mallhive/release-kit/gate/fixtures/corpus'
import { harmful, harmfulInBrowser } from '@mallhive/release-kit/gate/fixtures/harmful'
import { harmless } from '@mallhive/release-kit/gate/fixtures/harmless'
import { publishedCandidate } from '@mallhive/release-kit/gate/candidate'
import { checkRelease } from '@mallhive/release-kit/gate/check-release'
import { Refused } from '@mallhive/release-kit/gate/pass-gate'
import { readLiveMall } from '@mallhive/release-kit/gate/read-live-mall'
import { smokePublished } from '@mallhive/release-kit/gate/smoke-published'
import type { Refusal } from '@mallhive/release-kit/gate/refusal'
import { publish } from '@mallhive/release-runtime/publish'
import { signingStoreFromEnv } from '@mallhive/release-runtime/trust/trusted-store'

import { rootDir } from '../src/paths.ts'
import { withBenchEnvironment } from './bench-environment.ts'

// Counts the gate's verdicts on releases that would break what is live and on releases that are harmless; the browser check runs
// on an open mall. The live releases of that mall must pass as well.
const dist = join(rootDir, 'packages/release-kit/dist')
mkdirSync(dist, { recursive: true })
using corpus = await openCorpus(mkdtempSync(join(dist, 'gate-bench-')))
const count = { harmful: 0, refused: 0, refusedForTheRightReason: 0, harmless: 0, falseAlarms: 0 }

for (const it of harmful) judge(it, (await corpus.try(it)).refused)
for (const it of harmless) judge(it, (await corpus.try(it)).refused)
await withBenchEnvironment(async (mall) => {
  using store = await signingStoreFromEnv(mall.teamEnv)

  const inBrowser = async (version: string, change: Case['change']): Promise<Refusal[]> => {
    const built = await corpus.news(version, change)
    await publish(store, built)
    try {
      const skipped = await smokePublished(store, built.descriptor, mall.url, { origin: mall.previewUrl })
      if (skipped.length > 0) throw new Error(`the browser did not look: ${skipped[0]?.why}`)
      return []
    } catch (error) {
      if (error instanceof Refused) return error.refused
      throw error
    }
  }
  for (const [index, it] of harmfulInBrowser.entries())
    judge(it, await inBrowser(`1.${index + 1}.0`, it.change))
  alarm('the fixture in a browser', await inBrowser('1.0.0', {}))

  const live = await readLiveMall(store, { origin: mall.url })
  for (const { name, version } of live.releases) {
    const { refused, skipped } = await checkRelease(await publishedCandidate(store, name, version), live)
    const notLookedAt = skipped.filter(({ check }) => check !== 'smoke')
    if (notLookedAt.length > 0) throw new Error(`${name}: ${JSON.stringify(notLookedAt)}`)
    alarm(`${name} as it is live`, refused)
  }
})
console.log(JSON.stringify(count))

function judge({ name, refusal, naming = '' }: Case, refused: Refusal[]): void {
  count[refusal ? 'harmful' : 'harmless'] += 1
  if (!refusal) return alarm(name, refused)
  const right = refused.length > 0 && refused.every((it) => it.refusal === refusal)
  if (refused.length > 0) count.refused += 1
  if (right && JSON.stringify(refused).includes(naming)) count.refusedForTheRightReason += 1
  else console.error(`not refused for ${refusal}: ${name}`, refused)
}

function alarm(name: string, refused: Refusal[]): void {
  if (refused.length === 0) return
  count.falseAlarms += 1
  console.error(`false alarm: ${name}`, refused)
}
