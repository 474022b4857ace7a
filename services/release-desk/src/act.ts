import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'

/** The cookie in which the console finds how the last change went. */
const noteCookie = 'mall_desk_note'

/** Runs what a form asks for and leads back to the console, which says how it went. */
export async function act(reply: FastifyReply, run: () => Promise<string>): Promise<FastifyReply> {
  const note = await run().then(
    (text) => ({ ok: true, text }),
    (error: unknown) => ({ ok: false, text: refusal(error) }),
  )
  const value = encodeURIComponent(JSON.stringify({ ...note, text: note.text.slice(0, 1500) }))
  return reply
    .header('set-cookie', `${noteCookie}=${value}; Path=/_mall; Max-Age=30; HttpOnly; SameSite=Lax`)
    .redirect('/_mall', 303)
}

/** What a person can understand; anything else is a bug, for the log. */
function refusal(error: unknown): string {
  if (error instanceof ReleaseError) return error.message
  if (error instanceof z.ZodError) return z.prettifyError(error)
  throw error
}
