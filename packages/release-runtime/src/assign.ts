import type { Canary } from './pointer.ts'

export interface LiveVersions {
  name: string
  stable: string
  canary?: Canary
}

/** Buckets are 0 to 9999, one per browser, so that a percentage has two decimals. */
export const buckets = 10_000

/** Which version of each micro frontend a bucket gets. A pin wins; it may name one that is not live at all. */
export function assign(
  live: LiveVersions[],
  bucket: number,
  pins: Record<string, string> = {},
): Record<string, string> {
  const versions = live.map(({ name, stable, canary }) => {
    const inCanary = canary && bucket < (canary.percent / 100) * buckets
    return [name, inCanary ? canary.version : stable]
  })
  return { ...Object.fromEntries(versions), ...pins }
}
