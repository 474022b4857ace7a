import { z } from 'zod'
import { ReleaseError } from '../release-error.ts'

/** Environment schema field: `required` when other machines reach a preview host whose name is a loopback one. */
export const previewPassEnv = { PREVIEW_PASS: z.enum(['required', 'by-host']).default('by-host') }

/** Environment schema fields: whether and where releases are shown before they are promoted. */
export const previewSettings = {
  PREVIEWS: z.enum(['on', 'off']).default('off'),
  /** Origin of the preview host. It differs from PUBLIC_ORIGIN, so that its cookies and sessions are separate. */
  PREVIEW_ORIGIN: z
    .url()
    .transform((url) => new URL(url).origin)
    .optional(),
  ...previewPassEnv,
}

export interface PreviewEnv {
  PREVIEW_ORIGIN?: string
  PREVIEW_PASS?: string
}

export interface Previews {
  origin: string
  /** Whether visitors need no pass: where only people at this machine are visitors. */
  open: boolean
}

/** Returns the preview host of a mall, undefined when previews are off. @throws ReleaseError INVALID */
export function previewsOf(config: {
  PREVIEWS?: 'on' | 'off'
  PREVIEW_ORIGIN?: string
  PREVIEW_PASS?: string
  PUBLIC_ORIGIN: string
}): Previews | undefined {
  if (config.PREVIEWS !== 'on') return undefined
  const { PREVIEW_ORIGIN: origin, PUBLIC_ORIGIN } = config
  if (!origin || new URL(origin).hostname === new URL(PUBLIC_ORIGIN).hostname)
    throw new ReleaseError('INVALID', 'PREVIEWS=on needs a PREVIEW_ORIGIN with a host name of its own')
  // Cookie names depend on the scheme.
  if (new URL(origin).protocol !== new URL(PUBLIC_ORIGIN).protocol)
    throw new ReleaseError('INVALID', 'PREVIEW_ORIGIN needs the scheme of PUBLIC_ORIGIN')
  return { origin, open: isOpen(config) }
}

/** Whether a preview host needs no pass: it is a loopback address, and no other machine reaches the mall. */
export function isOpen({ PREVIEW_ORIGIN = '', PREVIEW_PASS }: PreviewEnv): boolean {
  if (PREVIEW_PASS === 'required' || !URL.canParse(PREVIEW_ORIGIN)) return false
  const { hostname: host } = new URL(PREVIEW_ORIGIN)
  return host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1' || host === '[::1]'
}
