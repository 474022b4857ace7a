import { retire as retireMicroFrontend } from '@mallhive/release-runtime/retire'
import { checkRetirement } from '../gate/check-retirement.ts'
import { Refused } from '../gate/pass-gate.ts'
import { readLiveMall } from '../gate/read-live-mall.ts'
import { published } from './args.ts'
import { requireKnown } from './require-known.ts'
import { waitUntilGone } from './served.ts'
import { defineVerb } from './verb.ts'

export const retire = defineVerb({
  does: 'remove a micro frontend from the mall; its history stays, and rollback restores it',
  args: { mfe: published },
  options: {
    gone: { type: 'boolean', does: 'its pages are gone permanently and answer 404' },
    why: { type: 'string', does: 'reason, for the history' },
  },
  examples: ['mall retire gift-cards', 'mall retire gift-cards --gone --why "the season is over"'],
  async run({ args: { mfe: name }, options, signing, by, env }) {
    const releases = await signing()
    await requireKnown(releases.store, name)
    const origin = env()['PUBLIC_ORIGIN']
    const mall = await readLiveMall(releases, { origin })
    const refused = checkRetirement(name, mall, { gone: options.gone === true })
    if (refused.length > 0) throw new Refused(`${name} is not retired`, refused)
    const pointer = await retireMicroFrontend(releases, { name, by, why: options.why })
    const isGone = await waitUntilGone(origin, { name })
    return {
      lines: [
        `${name} is retired (revision ${pointer.revision}); its last version was ${pointer.stable}`,
        ...(isGone === false ? ['the mall still serves it: see `mall status`'] : []),
        ...(mall.shell ? [] : ['not checked: whether the shell shows its fragments (no mall answers)']),
      ],
      json: { ...pointer, history: undefined },
      unserved: isGone === false,
    }
  },
})
