import { passLifetimeMs, signPass } from './pass.ts'
import { isOpen } from './settings.ts'
import { passQuery } from './visitor.ts'
import type { Signer } from '../trust/signer.ts'

/** A mall's preview host, and a pass to it where it needs one. */
export interface PreviewAddress {
  origin: string
  pass?: string
}

/**
 * Where releases (`cart@1.5.0`) are shown that were never promoted: PREVIEW_ORIGIN, with a pass that the signer's key gives;
 * on this machine without. Undefined where the environment names no preview host.
 */
export async function previewAddress(
  { PREVIEW_ORIGIN: origin }: { PREVIEW_ORIGIN?: string },
  pins: string,
  signer: () => Promise<Signer>,
): Promise<PreviewAddress | undefined> {
  if (!origin) return undefined
  if (isOpen(origin)) return { origin }
  const claims = { host: new URL(origin).hostname, pins, until: Date.now() + passLifetimeMs }
  return { origin, pass: await signPass(await signer(), claims) }
}

/** One page of these routes with the pin, to open in a browser. */
export function previewUrl(
  { origin, pass }: PreviewAddress,
  routes: Record<string, string>,
  pin: string,
): string {
  // A path with parameters can't be opened as it is.
  const path = Object.keys(routes).find((route) => !route.includes(':')) ?? '/'
  return `${origin}${path}?mall-pin=${pin}${pass ? `&${passQuery}=${pass}` : ''}`
}
