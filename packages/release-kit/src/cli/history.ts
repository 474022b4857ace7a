import { history as historyOf } from '@mallhive/release-runtime/history'
import { published } from './args.ts'
import { requireKnown } from './require-known.ts'
import { defineVerb } from './verb.ts'
import { historyLine } from './history-line.ts'

export const history = defineVerb({
  does: 'list the changes of what is live, with author, time and reason',
  args: { mfe: published },
  options: {},
  examples: ['mall history cart', 'mall history cart --json | jq .[0].by'],
  async run({ args: { mfe: name }, store }) {
    const releases = await store()
    await requireKnown(releases.store, name)
    const changes = await historyOf(releases, name)
    return { lines: changes.map(historyLine), json: changes }
  },
})
