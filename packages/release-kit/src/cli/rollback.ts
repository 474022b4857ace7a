import { rollback as rollBack } from '@mallhive/release-runtime/rollback'
import { published } from './args.ts'
import { requireKnown } from './require-known.ts'
import { defineVerb } from './verb.ts'

export const rollback = defineVerb({
  does: 'end the canary, or restore the previous stable version',
  args: { mfe: published },
  options: { why: { type: 'string', does: 'reason, for the history' } },
  examples: ['mall rollback cart', 'mall rollback cart --why "totals are wrong"'],
  async run({ args: { mfe: name }, options, signing, by }) {
    const releases = await signing()
    await requireKnown(releases.store, name)
    const pointer = await rollBack(releases, { name, by, why: options.why })
    return {
      lines: [`${name} is back to ${pointer.stable} for all (revision ${pointer.revision})`],
      json: { ...pointer, history: undefined },
    }
  },
})
