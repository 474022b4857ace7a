import { rollback as rollBack } from '../rollback.ts'
import { required } from './required.ts'
import type { Verb } from './verb.ts'

export const rollback: Verb = {
  usage: 'rollback <mfe> [--why …]',
  does: 'withdraw the canary, or else go back to the stable version before',
  async run({ args, options, store, by }) {
    const name = required(args[0], 'micro frontend')
    const pointer = await rollBack(store(), { name, by, why: options.why })
    return {
      lines: [`${name} is back to ${pointer.stable} for all (revision ${pointer.revision})`],
      json: { ...pointer, history: undefined },
    }
  },
}
