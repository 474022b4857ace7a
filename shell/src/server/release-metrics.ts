import { gauge, metrics } from '@mallhive/process-kit/telemetry'
import type { RegistryStatus } from '@mallhive/release-runtime/registry'

/** Registers gauges of the release registry, measured at every scrape. Returns a function for the metrics as text. */
export function releaseMetrics(status: () => RegistryStatus): () => Promise<string> {
  gauge('mall_release_info', 'Which versions are assigned: 1', ['mfe', 'version', 'channel'], (info) => {
    for (const { name, stable, canary } of status().live) {
      if (stable) info.set({ mfe: name, version: stable, channel: 'stable' }, 1)
      if (canary) info.set({ mfe: name, version: canary, channel: 'canary' }, 1)
    }
  })
  gauge('mall_release_canary_percent', 'Share of shoppers that get the canary', ['mfe'], (share) => {
    for (const { name, percent = 0 } of status().live) share.set({ mfe: name }, percent)
  })
  gauge('mall_release_pointer_revision', 'Revision of the live pointer in force', ['mfe'], (revisions) => {
    for (const { name, revision } of status().live) revisions.set({ mfe: name }, revision)
  })
  const withoutCode =
    'Whether a live version renders in browsers only, because its server code is not available'
  gauge('mall_release_without_code', withoutCode, ['mfe'], (missing) => {
    for (const live of status().live) missing.set({ mfe: live.name }, Number(live.withoutCode))
  })
  const failing = 'Failed attempts to load a release; the last good version serves'
  gauge('mall_release_failing_attempts', failing, ['mfe', 'version'], (attempts) => {
    for (const it of status().failing) attempts.set({ mfe: it.name, version: it.version ?? '' }, it.attempts)
  })
  gauge('mall_releases_failing', 'Releases that cannot be loaded', [], (it) =>
    it.set(status().failing.length),
  )
  const suspended = 'Releases taken out of service after repeated faults'
  gauge('mall_releases_suspended', suspended, [], (it) => it.set(status().suspended.length))
  gauge('mall_releases_loaded', 'Versions in memory', [], (loaded) => loaded.set(status().loaded.length))
  gauge('mall_trust_revision', 'Revision of the trust policy in force', [], (revision) =>
    revision.set(status().trustRevision ?? 0),
  )
  gauge('mall_releases_last_poll_timestamp_seconds', 'When the bucket last answered', [], (lastPoll) => {
    const { lastPollAt } = status()
    lastPoll.set(lastPollAt ? Date.parse(lastPollAt) / 1000 : 0)
  })
  return () => metrics.metrics()
}
