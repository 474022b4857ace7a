import { z } from 'zod'
import { jsonOf, nameSchema } from '../descriptor.ts'
import { ReleaseError } from '../release-error.ts'
import { isSignedBy, signatureSchema, signJson } from './signature.ts'
import { publicKeyFrom } from './signer.ts'
import type { Signer } from './signer.ts'

/** Permissions of a key: to sign the code of releases, or the pointers that make them live. */
export const duties = ['release', 'pointer'] as const
export type Duty = (typeof duties)[number]

/** A micro frontend, or every one. */
const nameOrAll = z.union([nameSchema, z.literal('*')])

const keySchema = z.strictObject({
  publicKey: z.base64().length(44),
  /** Name of the key's owner, for people. */
  owner: z.string(),
  microFrontends: z.array(nameOrAll),
  may: z.array(z.enum(duties)),
})

const policySchema = z.strictObject({
  revision: z.number().int().positive(),
  keys: z.record(z.string().regex(/^[0-9a-f]{16}$/), keySchema),
  /** Page routes that each micro frontend may own: `/cart` is that pattern, `/seller/*` that one and all below. */
  routes: z.record(nameOrAll, z.array(z.string().startsWith('/'))),
})

/**
 * `trust.json`: the permissions of signing keys. Signed by the mall's root key, whose public half is configured on
 * every host.
 */
export type TrustPolicy = z.output<typeof policySchema>
export type TrustedKey = z.output<typeof keySchema>

/** Parses `trust.json`. @throws ReleaseError INVALID; UNTRUSTED when the root key did not sign it */
export function parsePolicy(json: string, root: string): TrustPolicy {
  const parsed = policySchema.extend({ signature: signatureSchema }).safeParse(jsonOf(json, 'trust.json'))
  if (!parsed.success)
    throw new ReleaseError('INVALID', `trust.json is refused: ${z.prettifyError(parsed.error)}`)
  const { signature, ...policy } = parsed.data
  if (!isSignedBy(publicKeyFrom(root), policy, signature))
    throw new ReleaseError('UNTRUSTED', 'trust.json is not signed by the root key')
  return policy
}

/** Returns the signed text of `trust.json`. */
export async function sealPolicy(root: Signer, policy: TrustPolicy): Promise<string> {
  return `${JSON.stringify({ ...policy, signature: await signJson(root, policy) }, null, 1)}\n`
}

/**
 * Whether a policy lets a micro frontend own a page route. Without an entry of its own, the entry of `*` applies. `/*` covers no
 * route whose first segment is a parameter: such a route answers every address that no other page has, so an entry must name it.
 */
export function mayOwnRoute(policy: TrustPolicy, name: string, route: string): boolean {
  const own = Object.hasOwn(policy.routes, name) ? policy.routes[name] : policy.routes['*']
  return (own ?? []).some((allowed) => {
    if (!allowed.endsWith('/*') || isCatchAll(route)) return route === allowed
    const above = allowed.slice(0, -2)
    return route === above || route.startsWith(`${above}/`)
  })
}

/** Whether the first segment of a route is a parameter. */
export const isCatchAll = (route: string): boolean => /^\/+:/.test(route)
