import type { Descriptor } from '@mallhive/release-runtime/descriptor'

type Env = Record<string, string | undefined>

/** Where a release that is not live can be seen: one of its pages with a pin. `undefined` when no mall is known. */
export function previewUrl(
  { PUBLIC_ORIGIN }: Env,
  { name, version, routes }: Pick<Descriptor, 'name' | 'version' | 'routes'>,
): string | undefined {
  return pinUrl(PUBLIC_ORIGIN, routes, `${name}@${version}`)
}

export function pinUrl(
  origin: string | undefined,
  routes: Record<string, string>,
  pin: string,
): string | undefined {
  if (!origin) return undefined
  // A path with parameters is nothing that can be opened as it is.
  const path = Object.keys(routes).find((route) => !route.includes(':')) ?? '/'
  return `${origin}${path}?mall-pin=${pin}`
}
