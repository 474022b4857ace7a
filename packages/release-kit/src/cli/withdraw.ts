import { withdraw as withdrawRelease } from '@mallhive/release-runtime/withdraw'
import { published, version as versionArg } from './args.ts'
import { requireKnown } from './require-known.ts'
import { waitUntilGone } from './served.ts'
import { UsageError } from './usage-error.ts'
import { defineVerb } from './verb.ts'

export const withdraw = defineVerb({
  does: 'block a version permanently because of a vulnerability: its pins, documents and calls are refused',
  args: { mfe: published, version: versionArg },
  options: {
    reason: { type: 'string', value: 'why', does: 'what is wrong with it; required' },
    rollback: { type: 'boolean', does: 'also if it is live: restore the version before it' },
  },
  examples: [
    'mall withdraw cart 1.4.0 --reason "prices can be forged"',
    'mall withdraw cart 1.5.0 --reason "leaks addresses" --rollback',
  ],
  async run({ args: { mfe: name, version }, options: { reason, rollback }, signing, by, env }) {
    if (!reason?.trim()) throw new UsageError('--reason is required: it is shown in the history')
    const releases = await signing()
    await requireKnown(releases.store, name, version)
    const { pointer, moved } = await withdrawRelease(releases, { name, version, by, reason, rollback })
    const line = moved ? `${name} ${version} is withdrawn` : `${name} ${version} was withdrawn already`
    const isGone = await waitUntilGone(env()['PUBLIC_ORIGIN'], { name, version })
    return {
      lines: [
        `${line}; ${pointer.stable} is live (revision ${pointer.revision})`,
        ...(isGone === false ? [`the mall still serves ${version}: see \`mall status\``] : []),
      ],
      json: { ...pointer, history: undefined, moved },
      unserved: isGone === false,
    }
  },
})
