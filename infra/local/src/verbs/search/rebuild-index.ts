import { setTimeout as delay } from 'node:timers/promises'
import type { VerbInput, VerbResult } from '@mallhive/release-kit/cli/verb'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { remoteSearch } from '../../remote-search.ts'

const pollMs = 250

export async function rebuildIndex(
  { startRebuild, getRebuild }: ReturnType<typeof remoteSearch>,
  progress: VerbInput['progress'],
  signal: AbortSignal,
): Promise<VerbResult> {
  const began = performance.now()
  const ended = await progress.step('rebuilding the index', async (how) => {
    for (let rebuild = await startRebuild(); ; rebuild = await getRebuild()) {
      how(rebuild.done, rebuild.total)
      if (rebuild.finishedAt) return rebuild
      // oxlint-disable-next-line no-await-in-loop -- asked again and again
      await delay(pollMs, undefined, { signal })
    }
  })
  if (ended.failure)
    throw new ReleaseError(
      'UNREACHABLE',
      `the rebuild ${ended.failure}; the index before it stays: see the logs`,
    )
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  return { lines: [`the index holds ${ended.total} products, made anew in ${seconds} s`], json: ended }
}
