import type { BffModule } from '@mallhive/mfe-kit/bff'
import { openRegistry } from '@mallhive/release-runtime/registry'
import type { Registry } from '@mallhive/release-runtime/registry'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { TrustedStore } from '@mallhive/release-runtime/trust/trusted-store'
import { gauge } from '@mallhive/process-kit/telemetry'
import type { Log } from '@mallhive/process-kit/telemetry'
import type { Config } from './config.ts'

/** The registry of BFF bundles, with its state in logs and metrics. */
export async function openReleases(
  bucket: TrustedStore,
  config: Config,
  log: Log,
): Promise<Registry<BffModule>> {
  const loaded = gauge('bff_releases_loaded', 'Versions of BFF bundles in memory', [])
  const registry = await openRegistry<BffModule>({
    ...bucket,
    kind: 'bff',
    accept: bffModule,
    intervalMs: config.RELEASES_POLL_MS,
    graceMs: config.RELEASE_GRACE_MS,
    devServers: config.DEV_PINS === 'on',
    retentionMs: config.RELEASE_RETENTION_MS,
    onReady: ({ release }) => log.info({ release: release.id }, 'a release is ready'),
    onEvict: ({ id }) => log.info({ release: id }, 'a release was evicted'),
    onProblem: (problem) => log.warn(problem, 'a release can’t be had; the last good one serves'),
  })
  Object.assign(loaded, { collect: () => loaded.set(registry.status().loaded.length) })
  return registry
}

function bffModule(exports: Record<string, unknown>): BffModule {
  if (!isBffModule(exports))
    throw new ReleaseError('INVALID', 'the BFF bundle does not export handle and perMinute')
  return exports
}

function isBffModule(exports: unknown): exports is BffModule {
  if (typeof exports !== 'object' || exports === null || !('handle' in exports)) return false
  return (
    typeof exports.handle === 'function' && 'perMinute' in exports && typeof exports.perMinute === 'object'
  )
}
