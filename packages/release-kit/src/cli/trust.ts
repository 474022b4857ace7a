import { changePolicy } from '../trust/change-policy.ts'
import { plainLine } from '@mallhive/release-runtime/plain-line'
import { duties } from '@mallhive/release-runtime/trust/policy'
import type { TrustPolicy } from '@mallhive/release-runtime/trust/policy'
import { storeFromEnv } from '@mallhive/release-runtime/store'
import { signerFromEnv } from '@mallhive/release-runtime/trust/signer-from-env'
import { keyIdOf, publicKeyFrom } from '@mallhive/release-runtime/trust/signer'
import { UsageError } from './usage-error.ts'
import { defineVerb } from './verb.ts'
import type { VerbInput } from './verb.ts'

type Rules = Omit<TrustPolicy, 'revision'>
type Options = { for?: string; may?: string; owner?: string }

/** Changes of the policy by name: each gets its operand and options and returns an update of the policy. */
const changes: Record<string, (what: string, options: Options) => (now: Rules) => Rules> = {
  allow(publicKey, { for: names, may = duties.join(), owner = 'unnamed' }) {
    if (!names) throw new UsageError('say for which micro frontends: --for cart,home, or --for "*"')
    publicKeyFrom(publicKey)
    const key = { publicKey, owner, microFrontends: listOf(names), may: listOf(may).map(dutyOf) }
    return ({ keys, routes }) => ({ keys: { ...keys, [keyIdOf(publicKey)]: key }, routes })
  },
  revoke: (keyId) => (now) => {
    if (!Object.hasOwn(now.keys, keyId)) throw new UsageError(`there is no key ${keyId}: mall trust`)
    const { [keyId]: _, ...keys } = now.keys
    return { ...now, keys }
  },
  own: (routes, { for: name }) => {
    if (!name) throw new UsageError('say whose routes they are: --for cart')
    return (now) => ({ ...now, routes: { ...now.routes, [name]: listOf(routes) } })
  },
}

export const trust = defineVerb({
  does: 'show or change the trusted keys, and the routes that a team may own',
  args: {
    change: { what: 'change (allow, revoke, own)', optional: true },
    what: { what: 'public key, key id or routes', optional: true },
  },
  options: {
    for: { type: 'string', value: 'mfes', does: 'for these micro frontends' },
    may: { type: 'string', value: 'duties', does: 'sign these: release, pointer or both' },
    owner: { type: 'string', value: 'who', does: 'whose key it is' },
  },
  examples: [
    'mall trust',
    'mall trust allow <public key> --for cart --owner "Cart team"',
    'mall trust revoke 1f0c66b1d3a2e4f5',
    'mall trust own "/cart,/cart/*" --for cart',
  ],
  async run({ args, options, store, env }) {
    if (args.change) return changed(args.change, args.what, options, { env })
    const { trust: now } = await store()
    return described(now.policy())
  },
})

async function changed(
  name: string,
  what: string | undefined,
  options: Options,
  { env }: Pick<VerbInput, 'env'>,
) {
  const change = Object.hasOwn(changes, name) ? changes[name] : undefined
  if (!change || !what) throw new UsageError('mall trust allow <key> | revoke <key id> | own <routes>')
  const given = env()
  const root = { publicKey: given.TRUST_ROOT ?? '', signer: await signerFromEnv(given, 'MALL_ROOT_KEY') }
  // Not the trusted store, which there is only once a policy is.
  using bucket = storeFromEnv(given)
  return described(await changePolicy(bucket, root, change(what, options)))
}

function described(policy: TrustPolicy | undefined) {
  if (!policy) return { lines: ['no key is trusted'], json: undefined }
  const keys = Object.entries(policy.keys).map(
    ([id, { owner, microFrontends, may }]) =>
      `${id}  ${owner.padEnd(16)} signs ${may.join(' and ')} of ${microFrontends.join(', ')}`,
  )
  const routes = Object.entries(policy.routes).map(
    ([name, owned]) => `${name.padEnd(16)}  owns ${owned.join(', ')}`,
  )
  const lines = [`trust policy, revision ${policy.revision}`, ...keys, ...routes]
  return { lines: lines.map(plainLine), json: policy }
}

const listOf = (text: string) => text.split(',').map((word) => word.trim())

function dutyOf(word: string) {
  const duty = duties.find((it) => it === word)
  if (duty) return duty
  throw new UsageError(`"${word}" is not a duty: ${duties.join(' or ')}`)
}
