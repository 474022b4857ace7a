import { promote as promoteRelease } from '../promote.ts'
import { published, version as versionArg } from './args.ts'
import { followRollout } from './follow-rollout.ts'
import { mustKnow } from './known.ts'
import { UsageError } from './usage-error.ts'
import { defineVerb } from './verb.ts'

export const promote = defineVerb({
  does: 'make a published version live, for all or for N % of shoppers',
  args: { mfe: published, version: versionArg },
  options: {
    percent: { type: 'string', value: 'N', does: 'as a canary for this share of shoppers, e.g. 10 or 0.5' },
    auto: {
      type: 'boolean',
      does: 'as a canary for 1, 10, 50 % and then all, as long as shoppers fare no worse; else it is taken back',
    },
    why: { type: 'string', does: 'for the history' },
    repair: { type: 'boolean', does: 'start anew over a pointer that nobody can read or trust' },
  },
  examples: [
    'mall promote cart 1.5.0',
    'mall promote cart 1.5.0 --percent 10 --why "new summary"',
    'mall promote cart 1.5.0 --auto',
  ],
  async run({ args: { mfe: name, version }, options, signing, by, ...terminal }) {
    const releases = await signing()
    await mustKnow(releases.store, name, version)
    const { why, repair } = options
    if (options.auto) {
      if (options.percent) throw new UsageError('--auto finds its own percentages: leave --percent out')
      return followRollout({ signing, by, ...terminal }, { name, version, by, why })
    }
    const request = { name, version, percent: percentOf(options.percent), by, why, repair }
    const { pointer, moved } = await promoteRelease(releases, request)
    const share = pointer.canary ? `to ${pointer.canary.percent} % beside ${pointer.stable}` : 'to all'
    const line = moved
      ? `${name} ${version} goes ${share} (revision ${pointer.revision})`
      : `${name} ${version} was live already`
    return { lines: [line], json: { ...pointer, history: undefined, moved } }
  },
})

function percentOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  const percent = Number(given.trim() || Number.NaN)
  if (Number.isNaN(percent)) throw new UsageError(`--percent ${given}: that is not a number`)
  return percent
}
