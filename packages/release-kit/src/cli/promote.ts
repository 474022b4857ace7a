import { promote as promoteRelease } from '../promote.ts'
import type { Verb } from './verb.ts'
import { required } from './required.ts'

export const promote: Verb = {
  usage: 'promote <mfe> <version> [--percent N] [--why …]',
  does: 'make a published version live, for all or for N % of shoppers',
  async run({ args, options, store, by }) {
    const name = required(args[0], 'micro frontend')
    const version = required(args[1], 'version')
    const percent = options.percent === undefined ? undefined : Number(options.percent)
    const request = { name, version, percent, by, why: options.why }
    const { pointer, moved } = await promoteRelease(store(), request)
    const share = pointer.canary ? `to ${pointer.canary.percent} % beside ${pointer.stable}` : 'to all'
    const line = moved
      ? `${name} ${version} goes ${share} (revision ${pointer.revision})`
      : `${name} ${version} was live already`
    return { lines: [line], json: { ...pointer, history: undefined, moved } }
  },
}
