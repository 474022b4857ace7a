import { passLifetimeMs, signPass } from './pass.ts'
import { isOpen, type PreviewEnv } from './settings.ts'
import { passQuery } from './visitor.ts'
import type { Signer } from '../trust/signer.ts'

/** A mall's preview host, and a pass to it if it requires one. */
export interface PreviewAddress {
  origin: string
  pass?: string
}

/**
 * Returns PREVIEW_ORIGIN, where releases (`cart@1.5.0`) are shown before they are promoted, with a pass signed by the
 * signer; a loopback host needs none, unless PREVIEW_PASS=required. Undefined when the environment names no preview host.
 */
export async function previewAddress(
  env: PreviewEnv,
  pins: string,
  signer: () => Promise<Signer>,
): Promise<PreviewAddress | undefined> {
  const { PREVIEW_ORIGIN: origin } = env
  if (!origin) return undefined
  if (isOpen(env)) return { origin }
  const claims = { host: new URL(origin).hostname, pins, until: Date.now() + passLifetimeMs }
  return { origin, pass: await signPass(await signer(), claims) }
}

/** Returns the URL of a page of these routes with the pin, to open in a browser. */
export function previewUrl(
  { origin, pass }: PreviewAddress,
  routes: Record<string, string>,
  pin: string,
): string {
  // Patterns with parameters are no URLs.
  const path = Object.keys(routes).find((route) => !route.includes(':')) ?? '/'
  return `${origin}${path}?mall-pin=${pin}${pass ? `&${passQuery}=${pass}` : ''}`
}
