import { refererPath } from '@mallhive/mfe-kit/own-path'
import { pinQuery } from '../../../server/pins/asked-pins.ts'
import { shellProcess } from '../../../server/shell-process.ts'

/** The buttons of the pin bar: back to the page, with what shall change about the pins in its address. */
export async function POST(request: Request): Promise<Response> {
  const change = (await request.formData()).get(pinQuery)
  if (typeof change !== 'string') return new Response('There is nothing to change.', { status: 400 })
  const { PUBLIC_ORIGIN } = shellProcess().config
  const page = refererPath(request.headers.get('referer'), PUBLIC_ORIGIN)
  const back = new URL(page ?? '/', request.url)
  back.searchParams.set(pinQuery, change)
  return new Response(null, { status: 303, headers: { location: back.pathname + back.search } })
}
