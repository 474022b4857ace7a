import type { RegistryStatus } from '@mallhive/release-runtime/registry'

type Sample = { labels?: Record<string, string>; value: number }

/** A registry's status in Prometheus' text format (https://prometheus.io/docs/instrumenting/exposition_formats/). */
export function releaseMetrics({ live, loaded, failing, lastPollAt, trustRevision }: RegistryStatus): string {
  const metrics: [name: string, help: string, samples: Sample[]][] = [
    [
      'mall_release_info',
      'Which versions are assigned: 1',
      live.flatMap(({ name, stable, canary }) => [
        ...(stable ? [{ labels: { mfe: name, version: stable, channel: 'stable' }, value: 1 }] : []),
        ...(canary ? [{ labels: { mfe: name, version: canary, channel: 'canary' }, value: 1 }] : []),
      ]),
    ],
    [
      'mall_release_canary_percent',
      'Share of shoppers that get the canary',
      live.map(({ name, percent = 0 }) => ({ labels: { mfe: name }, value: percent })),
    ],
    [
      'mall_release_pointer_revision',
      'Revision of the live pointer that counts here',
      live.map(({ name, revision }) => ({ labels: { mfe: name }, value: revision })),
    ],
    [
      'mall_release_without_code',
      'Whether a live version renders in browsers only, because its server code can’t be had',
      live.map(({ name, withoutCode }) => ({ labels: { mfe: name }, value: Number(withoutCode) })),
    ],
    [
      'mall_release_failing_attempts',
      'Failed attempts to follow what is asked for; the last good version serves',
      failing.map(({ name, version = '', attempts }) => ({
        labels: { mfe: name, version },
        value: attempts,
      })),
    ],
    ['mall_releases_loaded', 'Versions in memory', [{ value: loaded.length }]],
    ['mall_trust_revision', 'Revision of the trust policy that counts here', [{ value: trustRevision ?? 0 }]],
    [
      'mall_releases_last_poll_timestamp_seconds',
      'When the bucket last answered',
      [{ value: lastPollAt ? Date.parse(lastPollAt) / 1000 : 0 }],
    ],
  ]
  return metrics.map(([name, help, samples]) => family(name, help, samples)).join('')
}

function family(name: string, help: string, samples: Sample[]): string {
  const lines = samples.map(({ labels = {}, value }) => `${name}${labelled(labels)} ${value}\n`)
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join('')}`
}

function labelled(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(([key, value]) => `${key}="${escape(value)}"`)
  return pairs.length > 0 ? `{${pairs.join()}}` : ''
}

const escape = (value: string) =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
