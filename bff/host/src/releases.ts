import { openRegistry } from '@mallhive/release-runtime/registry'
import type { Registry } from '@mallhive/release-runtime/registry'
import { versionKey } from '@mallhive/release-runtime/registry/version-key'
import type { TrustedStore } from '@mallhive/release-runtime/trust/trusted-store'
import { gauge } from '@mallhive/process-kit/telemetry'
import type { Log } from '@mallhive/process-kit/telemetry'
import type { BundleFault } from '@mallhive/sandbox/bundle-fault'
import { openBundlePool } from './bundle/bundle-pool.ts'
import type { BundleStatus } from './bundle/bundle-pool.ts'
import type { Bundle } from './bundle/supervise-bundle.ts'
import type { Config } from './config.ts'
import { openReleaseRpcs } from './release-rpcs.ts'
import type { OpenClient, ReleaseRpcs } from './release-rpcs.ts'

/** A release's functions that the host calls. */
export interface RunnableRelease {
  bundle: Bundle
  rpcs: ReleaseRpcs
}

export interface Releases extends Registry<RunnableRelease> {
  /** Bundle processes and their recent faults. */
  bundles: () => BundleStatus[]
}

/**
 * Opens the registry of BFF bundles. A release is live once its process is ready; one that keeps failing is replaced by the last
 * good one.
 */
export async function openReleases(
  trusted: TrustedStore,
  {
    config,
    log,
    client,
    serves,
  }: { config: Config; log: Log; client: OpenClient; serves: (mfe: string) => boolean },
): Promise<Releases> {
  let registry: Registry<RunnableRelease> | undefined
  const live = () => new Set(registry?.live().flatMap(namesOf))
  const pool = openBundlePool({
    log,
    live,
    mostMb: config.BFF_BUNDLE_MAX_MB,
    mostSpare: config.BFF_SPARE_BUNDLES,
    mostSparePerMfe: config.BFF_SPARE_BUNDLES_PER_MFE,
    faultWindowMs: config.BFF_FAULT_WINDOW_MS,
    onFault(name, fault, state) {
      if (fault.endsProcess && state.ends >= config.BFF_FAULTS_TO_EVICT && state.live) evict(name, fault)
    },
  })

  function evict(key: string, { kind, message }: BundleFault): void {
    const [name = '', version = ''] = key.split('@')
    log.error({ release: key, fault: kind }, 'release taken out of service after repeated faults')
    void registry?.suspend(name, version, `${kind}: ${message}`, config.BFF_EVICTED_MS)
  }

  registry = await openRegistry<RunnableRelease>({
    ...trusted,
    kind: 'bff',
    follows: serves,
    async run({ release, filename, code, live: isLive }) {
      const name = versionKey(release.name, release.version)
      const bundle = await pool.open({ name, filename, code, live: isLive })
      return { bundle, rpcs: openReleaseRpcs(release.rpcs, client) }
    },
    intervalMs: config.RELEASES_POLL_MS,
    graceMs: config.RELEASE_GRACE_MS,
    devServers: config.DEV_PINS === 'on',
    retentionMs: config.RELEASE_RETENTION_MS,
    onReady: ({ release }) => log.info({ release: release.id }, 'release ready'),
    onEvict({ id, name, version }) {
      pool.close(versionKey(name, version))
      log.info({ release: id }, 'release unloaded')
    },
    onProblem: (problem) => log.warn(problem, 'release cannot be loaded, the last good one serves'),
  })
  const opened = registry
  gauge('bff_releases_loaded', 'Versions of BFF bundles in memory', [], (it) =>
    it.set(opened.status().loaded.length),
  )
  return {
    ...opened,
    bundles: pool.status,
    async [Symbol.asyncDispose]() {
      await opened[Symbol.asyncDispose]()
      pool[Symbol.dispose]()
    },
  }
}

function namesOf({ stable, canary }: ReturnType<Registry<unknown>['live']>[number]): string[] {
  const releases = [stable, ...(canary ? [canary.release] : [])]
  return releases.map(({ name, version }) => versionKey(name, version))
}
