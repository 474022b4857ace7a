import { nameSchema, versionSchema } from '@mallhive/release-kit/descriptor'
import { promote } from '@mallhive/release-kit/promote'
import { startRollout } from '@mallhive/release-kit/rollout/start'
import { z } from 'zod'
import type { Action } from '../actions.ts'

const fieldsSchema = z.object({
  name: nameSchema,
  version: versionSchema,
  /** How many shoppers get it; `auto` lets them decide. */
  share: z.union([z.literal('auto'), z.coerce.number().gt(0).max(100)]),
  why: z.string().trim().min(3, 'Say why, for the history.').max(300),
})

export const promoteVersion: Action = async ({ releases }, fields, by) => {
  const { name, version, share, why } = fieldsSchema.parse(fields)
  await releases.trust.refresh()
  if (share === 'auto') {
    const { pointer } = await startRollout(releases, { name, version, by, why })
    return `${name} ${version} starts at ${pointer.canary?.percent} % and goes on while shoppers fare no worse.`
  }
  const { moved } = await promote(releases, { name, version, percent: share, by, why })
  if (!moved) return `${name} ${version} was live like this already.`
  return share === 100 ? `${name} ${version} is live for all.` : `${name} ${version} is live for ${share} %.`
}
