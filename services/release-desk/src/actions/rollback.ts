import { nameSchema } from '@mallhive/release-runtime/descriptor'
import { rollback } from '@mallhive/release-runtime/rollback'
import { z } from 'zod'
import type { Action } from './action.ts'

const fieldsSchema = z.object({
  name: nameSchema,
  why: z.string().trim().min(3, 'Enter a reason for the history.').max(300),
})

export const rollBack: Action = async ({ releases }, fields, by) => {
  const { name, why } = fieldsSchema.parse(fields)
  await releases.trust.refresh()
  const { stable } = await rollback(releases, { name, by, why })
  return `${name} is back to ${stable} for all.`
}
