import { publishedCandidate } from '../gate/candidate.ts'
import { notChecked, passGate } from '../gate/pass-gate.ts'
import { readPointer } from '@mallhive/release-runtime/pointer'
import { promote as promoteRelease } from '@mallhive/release-runtime/promote'
import { published, version as versionArg } from './args.ts'
import { followRollout } from './follow-rollout.ts'
import { gateOptions } from './gate-options.ts'
import { isUnserved, servedLine, waitUntilServed } from './served.ts'
import { requireKnown } from './require-known.ts'
import { UsageError } from './usage-error.ts'
import { defineVerb } from './verb.ts'

export const promote = defineVerb({
  does: 'make a published version live, for all or for N % of shoppers',
  args: { mfe: published, version: versionArg },
  options: {
    percent: { type: 'string', value: 'N', does: 'as a canary for this share of shoppers, e.g. 10 or 0.5' },
    auto: {
      type: 'boolean',
      does: 'as a canary for 1, 10, 50 % and then all, while errors and speed are no worse; otherwise it is rolled back; a first version goes to all',
    },
    why: { type: 'string', does: 'reason, for the history' },
    ...gateOptions,
    repair: { type: 'boolean', does: 'replace a pointer that is unreadable or untrusted' },
  },
  examples: [
    'mall promote cart 1.5.0',
    'mall promote cart 1.5.0 --percent 10 --why "new summary"',
    'mall promote cart 1.5.0 --auto',
  ],
  async run({ args: { mfe: name, version }, options, signing, by, env, ...terminal }) {
    const releases = await signing()
    await requireKnown(releases.store, name, version)
    const percent = percentOf(options.percent)
    if (options.auto && percent) throw new UsageError('--auto finds its own percentages: leave --percent out')
    const gate = { origin: env()['PUBLIC_ORIGIN'], override: options.override, first: options.first }
    const candidate = await publishedCandidate(releases, name, version)
    const { why = options.why, overrode, skipped } = await passGate(releases, candidate, gate)
    const who = { name, version, by, why, overrode }
    // The first version has none beside it that it could be compared with.
    const { stable, retired } = (await readPointer(releases, name)) ?? {}
    if (options.auto && stable && !retired) return followRollout({ signing, by, env, ...terminal }, who)
    const request = { ...who, percent, repair: options.repair }
    const { pointer, moved } = await promoteRelease(releases, request)
    const served = await waitUntilServed(gate.origin, { name, version })
    const share = pointer.canary ? `to ${pointer.canary.percent} % beside ${pointer.stable}` : 'to all'
    const line = moved
      ? `${name} ${version} goes ${share} (revision ${pointer.revision})`
      : `${name} ${version} was promoted already`
    return {
      lines: [line, servedLine(`${name} ${version}`, served), ...notChecked(skipped)],
      json: { ...pointer, history: undefined, moved, ...served, overrode, skipped },
      unserved: isUnserved(served),
    }
  },
})

function percentOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  const percent = Number(given.trim() || Number.NaN)
  if (Number.isNaN(percent)) throw new UsageError(`--percent ${given}: that is not a number`)
  return percent
}
