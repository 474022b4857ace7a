import type { Flash } from '@mallhive/mfe-kit'
import { z } from 'zod'
import { explain, log } from './log.ts'
import { shellProcess } from './shell-process.ts'

const schema = z.object({
  form: z.string(),
  values: z.record(z.string(), z.string()),
  errors: z.record(z.string(), z.string()),
  formError: z.string().optional(),
})

/** Values and errors that the BFF host kept of a refused form posted without JavaScript. */
export async function fetchFlash(id: string, headers: Record<string, string>): Promise<Flash | undefined> {
  try {
    const url = `${shellProcess().config.BFF_URL}/api/shell/flash/${encodeURIComponent(id)}`
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(1000) })
    return response.ok ? schema.parse(await response.json()) : undefined
  } catch (error) {
    log('warn', 'flash is not readable', { why: explain(error) })
    return undefined
  }
}
