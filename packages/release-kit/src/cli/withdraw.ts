import { withdraw as withdrawRelease } from '@mallhive/release-runtime/withdraw'
import { published, version as versionArg } from './args.ts'
import { requireKnown } from './require-known.ts'
import { UsageError } from './usage-error.ts'
import { defineVerb } from './verb.ts'

export const withdraw = defineVerb({
  does: 'end a version for good because of a vulnerability: pins, documents and calls of it are refused',
  args: { mfe: published, version: versionArg },
  options: {
    reason: { type: 'string', value: 'why', does: 'what is wrong with it; required' },
    rollback: { type: 'boolean', does: 'also where it is live: the version before returns' },
  },
  examples: [
    'mall withdraw cart 1.4.0 --reason "prices can be forged"',
    'mall withdraw cart 1.5.0 --reason "leaks addresses" --rollback',
  ],
  async run({ args: { mfe: name, version }, options: { reason, rollback }, signing, by }) {
    if (!reason?.trim()) throw new UsageError('--reason is required: others have to understand it later')
    const releases = await signing()
    await requireKnown(releases.store, name, version)
    const { pointer, moved } = await withdrawRelease(releases, { name, version, by, reason, rollback })
    const line = moved ? `${name} ${version} is withdrawn` : `${name} ${version} was withdrawn already`
    return {
      lines: [`${line}; ${pointer.stable} is live (revision ${pointer.revision})`],
      json: { ...pointer, history: undefined, moved },
    }
  },
})
