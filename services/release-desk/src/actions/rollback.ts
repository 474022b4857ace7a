import { nameSchema } from '@mallhive/release-runtime/descriptor'
import { rollback } from '@mallhive/release-runtime/rollback'
import { z } from 'zod'
import type { Action } from './action.ts'
import { whySchema } from './reason-schemas.ts'

const fieldsSchema = z.object({
  name: nameSchema,
  why: whySchema,
})

export const rollBack: Action = async ({ releases }, fields, by) => {
  const { name, why } = fieldsSchema.parse(fields)
  await releases.trust.refresh()
  const { stable } = await rollback(releases, { name, by, why })
  return `${name} is back to ${stable} for all.`
}
