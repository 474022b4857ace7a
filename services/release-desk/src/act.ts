import { mallCookie } from '@mallhive/contracts/cookies'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'

/** Runs a form's action and redirects to its URL, or back to the console with a note of the outcome. */
export async function act(
  reply: FastifyReply,
  publicOrigin: string,
  run: () => Promise<string | URL>,
): Promise<FastifyReply> {
  const done = await run().catch((error: unknown) => ({ ok: false, text: refusal(error) }))
  if (done instanceof URL) return reply.header('cache-control', 'no-store').redirect(done.href, 303)
  const note = typeof done === 'string' ? { ok: true, text: done } : done
  const value = encodeURIComponent(JSON.stringify({ ...note, text: note.text.slice(0, 1500) }))
  return reply
    .header('set-cookie', mallCookie('mall_desk_note', value, { publicOrigin, maxAgeSeconds: 30 }))
    .redirect('/_mall', 303)
}

/** Returns the message of a refusal; rethrows unexpected errors. */
function refusal(error: unknown): string {
  if (error instanceof ReleaseError) return error.message
  if (error instanceof z.ZodError) return z.prettifyError(error)
  throw error
}
