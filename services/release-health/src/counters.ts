import { type Counter, counter, type Gauge, gauge } from '@mallhive/process-kit/telemetry'

export const accepted: Counter = counter('beacon_reports_total', 'Reports taken into the queue', [])
export const refused: Counter<'why'> = counter(
  'beacon_refused_total',
  'Requests that are not valid reports',
  ['why'],
)
export const dropped: Counter<'why'> = counter('beacon_dropped_total', 'Valid reports not counted', ['why'])
export const waiting: Gauge = gauge('beacon_queue_length', 'Queued reports', [])
export const foreign: Counter<'fault'> = counter(
  'beacon_foreign_errors_total',
  'Errors of foreign scripts, changed pages and networks',
  ['fault'],
)
/** Errors without a release, mostly the shell's own. */
export const unattributed: Counter = counter(
  'beacon_unattributed_errors_total',
  'Errors without a release',
  [],
)
