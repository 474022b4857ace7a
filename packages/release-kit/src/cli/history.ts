import { history as historyOf } from '../history.ts'
import { required } from './required.ts'
import type { Verb } from './verb.ts'

export const history: Verb = {
  usage: 'history <mfe>',
  does: 'who changed what is live, when and why',
  async run({ args, store }) {
    const changes = await historyOf(store(), required(args[0], 'micro frontend'))
    const lines = changes.map(({ revision, at, by, action, stable, canary, why }) => {
      const what = canary ? `${canary.version} for ${canary.percent} % beside ${stable}` : stable
      return `${String(revision).padStart(4)}  ${at}  ${by.padEnd(12)} ${action.padEnd(8)} ${what}${why ? `  (${why})` : ''}`
    })
    return { lines, json: changes }
  },
}
