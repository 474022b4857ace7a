import type { Alert } from '../alert.ts'

/** Releases of micro frontends that do not load, fail, or are out of date. */
export const releaseAlerts: Alert[] = [
  {
    name: 'RegistryFailing',
    expr: 'max by (part) (mall_releases_failing) > 0',
    for: '5m',
    severity: 'ticket',
    summary: '{{ $labels.part }} cannot load a release that is live; the last good one serves',
    fires: { series: { 'mall_releases_failing{part="shell"}': '1x30' }, at: 10, labels: { part: 'shell' } },
    silent: { series: { 'mall_releases_failing{part="shell"}': '0x5 1x2 0x20' }, at: 20 },
  },
  {
    name: 'RegistryStale',
    expr: 'max by (part) (time() - mall_releases_last_poll_timestamp_seconds) > 120',
    for: '1m',
    severity: 'page',
    summary: '{{ $labels.part }} does not reach the bucket of releases: nothing can be released or withdrawn',
    runbook: 'registry-failing',
    fires: {
      series: { 'mall_releases_last_poll_timestamp_seconds{part="shell"}': '0x30' },
      at: 10,
      labels: { part: 'shell' },
    },
    silent: { series: { 'mall_releases_last_poll_timestamp_seconds{part="shell"}': '0+60x30' }, at: 20 },
  },
  {
    name: 'ReleaseSuspended',
    expr: 'max by (part) (mall_releases_suspended) > 0',
    for: '0s',
    severity: 'ticket',
    summary: '{{ $labels.part }} has taken a release out of service after repeated faults',
    fires: {
      series: { 'mall_releases_suspended{part="shell"}': '0x5 1x20' },
      at: 6,
      labels: { part: 'shell' },
    },
    silent: { series: { 'mall_releases_suspended{part="shell"}': '0x30' }, at: 20 },
  },
  {
    name: 'BundlesAtFault',
    expr: 'max by (part) (bff_bundles_at_fault) > 0',
    for: '3m',
    severity: 'ticket',
    summary: 'A BFF bundle exits, blocks, leaks or floods',
    runbook: 'release-suspended',
    fires: { series: { 'bff_bundles_at_fault{part="bff"}': '1x30' }, at: 6, labels: { part: 'bff' } },
    silent: { series: { 'bff_bundles_at_fault{part="bff"}': '0x5 1 0x20' }, at: 20 },
  },
  {
    name: 'RendersAtFault',
    expr: 'sum by (part) (increase(shell_render_faults_total[15m])) > 3',
    for: '1m',
    severity: 'ticket',
    summary: 'Pages end the render processes of {{ $labels.part }}; browsers render them instead',
    runbook: 'release-suspended',
    fires: {
      series: { 'shell_render_faults_total{part="shell"}': '0+1x30' },
      at: 15,
      labels: { part: 'shell' },
    },
    silent: { series: { 'shell_render_faults_total{part="shell"}': '0x5 1x30' }, at: 20 },
  },
]
