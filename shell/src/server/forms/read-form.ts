import type { IncomingMessage } from 'node:http'
import { withDeadline } from '../../deadline.ts'
import { FormRefused } from './form.ts'

const limitBytes = 4 * 1024

/**
 * Returns the fields of a posted form. Reads at most 4 KiB within `timeoutMs`.
 * @throws FormRefused 408, 413, 415
 */
export async function readForm(req: IncomingMessage, timeoutMs = 5000): Promise<URLSearchParams> {
  if (!req.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    throw new FormRefused(415, 'A form is posted as application/x-www-form-urlencoded.')
  if (Number(req.headers['content-length'] ?? 0) > limitBytes) throw tooLarge()
  const body = await withDeadline(timeoutMs, () => readBody(req)).catch((error: unknown) => {
    if (error instanceof FormRefused) throw error
    throw new FormRefused(408, 'The form did not arrive in time.')
  })
  return new URLSearchParams(body)
}

async function readBody(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  // Destroying the request would close the connection before the answer is sent.
  for await (const chunk of req.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > limitBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

const tooLarge = () => new FormRefused(413, 'This form is too large.')
