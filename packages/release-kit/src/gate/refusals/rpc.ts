import { breaksOf } from '../contracts/breaks.ts'
import { readContracts } from '../contracts/read-contracts.ts'
import { CannotCheck } from '../refusal.ts'
import type { Check } from '../refusal.ts'

/** Every RPC that the BFF calls must be served with a compatible contract. */
export const rpc: Check = {
  name: 'rpc',
  async run({ descriptor, read }, mall) {
    const { rpcs, rpcsAt, contracts, bff } = descriptor
    if (rpcs.length === 0 || !contracts || !bff) return []
    if (!mall.contracts) throw new CannotCheck('no mall answers that could say what its services serve')
    const calls = rpcs.map((call) => ({
      call,
      service: call.slice(0, call.indexOf('/')),
      method: call.slice(call.indexOf('/') + 1),
    }))
    const live = readContracts(await mall.contracts([...new Set(calls.map(({ service }) => service))]))
    const built = readContracts(await read(contracts))
    const code = Buffer.from(await read(bff)).toString()
    const mentions = (name: string) => new RegExp(`\\b${name}\\b`).test(code)

    return calls.flatMap(({ call, service, method }) => {
      const mine = built.getService(service)?.methods.find(({ name }) => name === method)
      const theirs = live.getService(service)?.methods.find(({ name }) => name === method)
      const found = { counterpart: service, at: rpcsAt[call] }
      if (!theirs)
        return [
          {
            ...found,
            problem: live.getService(service)
              ? `${service} serves no ${method}`
              : `no live service serves ${service}`,
            fix: `Wait until the service that serves ${method} is live, or call what it serves now.`,
          },
        ]
      if (!mine) return []
      return breaksOf(mine, theirs, mentions).map(({ what, why }) => ({
        ...found,
        problem: `calling ${method}, ${what} ${why}`,
        fix: `Build against the contracts that ${service} serves now, or wait until it serves these. Fields are added under new numbers, never changed.`,
      }))
    })
  },
}
