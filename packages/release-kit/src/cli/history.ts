import { history as historyOf } from '@mallhive/release-runtime/history'
import { published } from './args.ts'
import { requireKnown } from './require-known.ts'
import { defineVerb } from './verb.ts'

export const history = defineVerb({
  does: 'list the changes of what is live, with author, time and reason',
  args: { mfe: published },
  options: {},
  examples: ['mall history cart', 'mall history cart --json | jq .[0].by'],
  async run({ args: { mfe: name }, store }) {
    const releases = await store()
    await requireKnown(releases.store, name)
    const changes = await historyOf(releases, name)
    const lines = changes.map(({ revision, at, by, action, stable, canary, why, overrode, withdrew }) => {
      const live = canary ? `${canary.version} for ${canary.percent} % beside ${stable}` : stable
      const what = withdrew ? `${withdrew}, live is ${live}` : live
      return `${String(revision).padStart(4)}  ${at}  ${by.padEnd(12)} ${action.padEnd(8)} ${what}${why ? `  (${why})` : ''}${overrode ? `  overrode ${overrode.join(', ')}` : ''}`
    })
    return { lines, json: changes }
  },
})
