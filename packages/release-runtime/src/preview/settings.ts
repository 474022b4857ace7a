import { z } from 'zod'
import { ReleaseError } from '../release-error.ts'

/** Environment schema fields: whether and where releases are shown before they are promoted. */
export const previewSettings = {
  PREVIEWS: z.enum(['on', 'off']).default('off'),
  /** Origin of the preview host. It differs from PUBLIC_ORIGIN, so that its cookies and sessions are separate. */
  PREVIEW_ORIGIN: z
    .url()
    .transform((url) => new URL(url).origin)
    .optional(),
}

export interface Previews {
  origin: string
  /** Whether visitors need no pass: on loopback addresses, where only people at this machine are visitors. */
  open: boolean
}

/** Returns the preview host of a mall, undefined when previews are off. @throws ReleaseError INVALID */
export function previewsOf(config: {
  PREVIEWS?: 'on' | 'off'
  PREVIEW_ORIGIN?: string
  PUBLIC_ORIGIN: string
}): Previews | undefined {
  if (config.PREVIEWS !== 'on') return undefined
  const { PREVIEW_ORIGIN: origin, PUBLIC_ORIGIN } = config
  if (!origin || new URL(origin).hostname === new URL(PUBLIC_ORIGIN).hostname)
    throw new ReleaseError('INVALID', 'PREVIEWS=on needs a PREVIEW_ORIGIN with a host name of its own')
  // Cookie names depend on the scheme.
  if (new URL(origin).protocol !== new URL(PUBLIC_ORIGIN).protocol)
    throw new ReleaseError('INVALID', 'PREVIEW_ORIGIN needs the scheme of PUBLIC_ORIGIN')
  return { origin, open: isOpen(origin) }
}

/** Whether a preview host needs no pass: it is a loopback address, which only people at this machine reach. */
export function isOpen(origin: string): boolean {
  const { hostname: host } = new URL(origin)
  return host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1' || host === '[::1]'
}
