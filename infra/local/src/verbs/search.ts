import { setTimeout as delay } from 'node:timers/promises'

import { defineVerb } from '@mallhive/release-kit/cli/verb'
import { ReleaseError } from '@mallhive/release-runtime/release-error'

const pollMs = 250

export const search = defineVerb({
  does: 'make the index of the search anew from the catalogue; searches go on meanwhile',
  args: { what: { what: 'rebuild' } },
  options: {},
  examples: ['mall search rebuild'],
  async run({ args: { what }, env, progress, interrupted }) {
    if (what !== 'rebuild') throw new ReleaseError('INVALID', `search has no "${what}": it has rebuild`)
    const { remoteSearch } = await import('../remote-search.ts')
    const { startRebuild, getRebuild } = remoteSearch(env())
    const signal = interrupted()
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
  },
})
