import { nameSchema, versionSchema } from '@mallhive/release-runtime/descriptor'
import { promote } from '@mallhive/release-runtime/promote'
import { startRollout } from '@mallhive/release-kit/rollout/start'
import { z } from 'zod'
import type { Action } from './action.ts'
import { overrideSchema, whySchema } from './reason-schemas.ts'

const fieldsSchema = z.object({
  name: nameSchema,
  version: versionSchema,
  /** Per cent of shoppers who get the version; `auto` advances the rollout by its health. */
  share: z.union([z.literal('auto'), z.coerce.number().gt(0).max(100)]),
  why: whySchema,
  override: overrideSchema,
})

export const promoteVersion: Action = async ({ releases, config }, fields, by) => {
  const { name, version, share, override, ...given } = fieldsSchema.parse(fields)
  await releases.trust.refresh()
  // Imported lazily, because the gate includes a compiler that rollouts do not need.
  const [{ publishedCandidate }, { passGate }] = await Promise.all([
    import('@mallhive/release-kit/gate/candidate'),
    import('@mallhive/release-kit/gate/pass-gate'),
  ])
  const candidate = await publishedCandidate(releases, name, version)
  const { overrode, why = given.why } = await passGate(releases, candidate, {
    origin: config.PUBLIC_ORIGIN,
    override,
  })
  const who = { name, version, by, why, overrode }
  if (share === 'auto') {
    const { pointer } = await startRollout(releases, who)
    return `${name} ${version} starts at ${pointer.canary?.percent} % and advances while errors and speed are no worse.`
  }
  const { moved } = await promote(releases, { ...who, percent: share })
  if (!moved) return `${name} ${version} was already live like this.`
  return share === 100 ? `${name} ${version} is live for all.` : `${name} ${version} is live for ${share} %.`
}
