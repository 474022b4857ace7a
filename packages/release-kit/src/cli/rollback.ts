import { rollback as rollBack } from '@mallhive/release-runtime/rollback'
import { published } from './args.ts'
import { requireKnown } from './require-known.ts'
import { isUnserved, servedLine, waitUntilServed } from './served.ts'
import { defineVerb } from './verb.ts'

export const rollback = defineVerb({
  does: 'end the canary, or restore the previous stable version',
  args: { mfe: published },
  options: { why: { type: 'string', does: 'reason, for the history' } },
  examples: ['mall rollback cart', 'mall rollback cart --why "totals are wrong"'],
  async run({ args: { mfe: name }, options, signing, by, env }) {
    const releases = await signing()
    await requireKnown(releases.store, name)
    const pointer = await rollBack(releases, { name, by, why: options.why })
    const { stable, revision } = pointer
    const served = await waitUntilServed(env()['PUBLIC_ORIGIN'], { name, version: stable })
    return {
      lines: [
        `${name} is back to ${stable} for all (revision ${revision})`,
        servedLine(`${name} ${stable}`, served),
      ],
      json: { ...pointer, history: undefined, ...served },
      unserved: isUnserved(served),
    }
  },
})
