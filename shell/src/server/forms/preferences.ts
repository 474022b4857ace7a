import { currencyCodes } from '@mallhive/contracts/markets'
import { z } from 'zod'
import { preferenceCookie } from '../cookies.ts'
import { FormRefused } from './form.ts'
import type { Form } from './form.ts'

const schema = z.object({
  currency: z.enum(currencyCodes).optional(),
  theme: z.enum(['light', 'dark', '']).optional(),
  metrics: z.enum(['off', '']).optional(),
})

/** Keeps a preference in a cookie and returns to the page of the form. */
export const keepPreferences: Form = ({ fields, page }) => {
  const parsed = schema.safeParse(Object.fromEntries(fields))
  if (!parsed.success) throw new FormRefused(400, 'There is no such preference.')
  return {
    location: page,
    setCookies: Object.entries(parsed.data).map(([name, value]) => preferenceCookie(`mall_${name}`, value)),
  }
}
