import type { BundleFault } from '@mallhive/sandbox/bundle-fault'
import { versionKey } from '@mallhive/release-runtime/registry/version-key'
import type { ShellProcess } from '../shell-process.ts'

/** As for BFF bundles: faults within five minutes, and the time out of service. */
const faultsToEvict = 3
const evictedMs = 10 * 60_000

/** Begins the reason of a version that is out of service because of its pages. */
export const ofPage = 'page '

/** Takes a live version out of service when its pages have ended render processes again and again. */
export function evictFaulty(
  { releases, log }: Pick<ShellProcess, 'releases' | 'log'>,
  { name, version }: { name: string; version: string },
  { kind }: BundleFault,
  ends: number,
): void {
  const isLive = releases
    .live()
    .some(({ stable, canary }) =>
      [stable, canary?.release].some((it) => it?.name === name && it.version === version),
    )
  if (!isLive || ends < faultsToEvict) return
  const release = versionKey(name, version)
  log.error({ release, fault: kind }, 'release taken out of service after repeated faults of its pages')
  // Public, so without the fault's text.
  void releases.suspend(name, version, ofPage + kind, evictedMs)
}
