import { defineVerb } from '@mallhive/release-kit/cli/verb'
import { ReleaseError } from '@mallhive/release-runtime/release-error'

export const whoMayCall = defineVerb({
  does: 'the callers that each RPC of the services accepts',
  args: { rpc: { what: 'RPC or service', optional: true } },
  options: {},
  examples: ['mall who-may-call', 'mall who-may-call PlaceOrder', 'mall who-may-call orders'],
  async run({ args: { rpc: wanted } }) {
    const { acceptedCallers } = await import('../reference/who-may-call.ts')
    const rows = acceptedCallers().filter(
      ({ service, rpc }) => !wanted || [service, rpc, ...rpc.split('.')].includes(wanted),
    )
    if (rows.length === 0) throw new ReleaseError('INVALID', `no RPC or service is called "${wanted}"`)
    const width = Math.max(...rows.map(({ rpc }) => rpc.length))
    return {
      lines: rows.map(({ rpc, callers }) => `${rpc.padEnd(width)}  ${callers.join(', ')}`),
      json: rows,
    }
  },
})
