import { status as statusOf } from '../status.ts'
import type { LiveStatus } from '../status.ts'
import type { Verb } from './verb.ts'

export const status: Verb = {
  usage: 'status',
  does: 'what is live of each micro frontend, and since when',
  async run({ store }) {
    const all = await statusOf(store())
    return {
      lines: all.length > 0 ? all.map(line) : ['nothing is published yet'],
      json: all.map(({ name, live, error }) => ({ name, ...live, history: undefined, error })),
    }
  },
}

function line({ name, live, error }: LiveStatus): string {
  if (!live) return `${name.padEnd(12)} ${error ?? 'published, nothing live'}`
  const canary = live.canary ? `, ${live.canary.version} for ${live.canary.percent} %` : ''
  const [last] = live.history
  return `${name.padEnd(12)} ${live.stable}${canary}  (revision ${live.revision}, ${last?.by} at ${last?.at})`
}
