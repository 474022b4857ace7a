import { z } from 'zod'
import { ReleaseError } from '../release-error.ts'

/** Fields of an environment schema: whether and where releases are shown that were never promoted. */
export const previewSettings = {
  PREVIEWS: z.enum(['on', 'off']).default('off'),
  /** Origin of the preview host, another one than PUBLIC_ORIGIN: its cookies and sessions are its own. */
  PREVIEW_ORIGIN: z
    .url()
    .transform((url) => new URL(url).origin)
    .optional(),
}

export interface Previews {
  origin: string
  /** Whether visitors need no pass: on a developer's machine, where only people at that machine are visitors. */
  open: boolean
}

/** The preview host of a mall, undefined when previews are off. @throws ReleaseError INVALID */
export function previewsOf(config: {
  PREVIEWS: 'on' | 'off'
  PREVIEW_ORIGIN?: string
  PUBLIC_ORIGIN: string
}): Previews | undefined {
  if (config.PREVIEWS === 'off') return undefined
  const { PREVIEW_ORIGIN: origin, PUBLIC_ORIGIN } = config
  if (!origin || new URL(origin).hostname === new URL(PUBLIC_ORIGIN).hostname)
    throw new ReleaseError('INVALID', 'PREVIEWS=on needs a PREVIEW_ORIGIN with a host name of its own')
  // Cookies are named by the scheme.
  if (new URL(origin).protocol !== new URL(PUBLIC_ORIGIN).protocol)
    throw new ReleaseError('INVALID', 'PREVIEW_ORIGIN needs the scheme of PUBLIC_ORIGIN')
  return { origin, open: isOpen(origin) }
}

/** Whether a preview host needs no pass: only people at this machine reach it. */
export function isOpen(origin: string): boolean {
  const { hostname: host } = new URL(origin)
  return host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1' || host === '[::1]'
}
