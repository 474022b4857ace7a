import { currencyCodes } from '@mallhive/contracts/markets'
import { refererPath } from '@mallhive/mfe-kit/own-path'
import { z } from 'zod'
import { preferenceCookie } from '../../../server/cookies.ts'
import { shellProcess } from '../../../server/shell-process.ts'

const schema = z.object({
  currency: z.enum(currencyCodes).optional(),
  theme: z.enum(['light', 'dark', '']).optional(),
  metrics: z.enum(['off', '']).optional(),
})

/** Keeps a preference in a cookie and goes back to where the form was. */
export async function POST(request: Request): Promise<Response> {
  const parsed = schema.safeParse(Object.fromEntries(await request.formData()))
  if (!parsed.success) return new Response('There is no such preference.', { status: 400 })
  const { PUBLIC_ORIGIN } = shellProcess().config
  const page = refererPath(request.headers.get('referer'), PUBLIC_ORIGIN)
  const headers = new Headers({ location: page ?? '/' })
  for (const [name, value] of Object.entries(parsed.data)) {
    headers.append('set-cookie', preferenceCookie(`mall_${name}`, value))
  }
  return new Response(null, { status: 303, headers })
}
