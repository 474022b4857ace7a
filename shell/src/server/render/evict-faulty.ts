import type { BundleFault } from '@mallhive/sandbox/bundle-fault'
import { versionKey } from '@mallhive/release-runtime/registry/version-key'
import type { ShellProcess } from '../shell-process.ts'
import type { FaultyRelease } from './render-pool.ts'

/** As for BFF bundles: faults within five minutes, and the time out of service. */
const faultsToEvict = 3
const evictedMs = 10 * 60_000

/** Begins the reason of a version that is out of service because of its pages. */
export const ofPage = 'page '

type Evicting = Pick<ShellProcess, 'releases' | 'renders' | 'log'>

/** Takes a live version out of service when its pages have ended render processes again and again. */
export async function evictFaulty(
  { releases, renders, log }: Evicting,
  faulty: FaultyRelease,
  { kind }: BundleFault,
  ends: number,
): Promise<void> {
  if (ends < faultsToEvict || !isLive(releases, faulty)) return
  const { id, name, version } = faulty
  log.error(
    { release: versionKey(name, version), fault: kind },
    'release taken out of service after repeated faults of its pages',
  )
  // Public, so without the fault's text.
  await releases.suspend(name, version, ofPage + kind, evictedMs)
  // It stays live where there is no good version before it.
  if (!isLive(releases, faulty)) renders.pause(id, evictedMs)
}

const isLive = (releases: Evicting['releases'], { name, version }: FaultyRelease): boolean =>
  releases
    .live()
    .some(({ stable, canary }) =>
      [stable, canary?.release].some((it) => it?.name === name && it.version === version),
    )
