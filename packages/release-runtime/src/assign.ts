import type { Canary } from './pointer.ts'

export interface LiveVersions {
  name: string
  stable: string
  canary?: Canary
}

/** Browsers are divided into buckets 0 to 9999, so that a percentage has two decimals. */
const buckets = 10_000

/**
 * Returns the version of each micro frontend for a bucket. A pin takes precedence and may name a version that is not
 * live.
 */
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
