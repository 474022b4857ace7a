import type { Alert } from '../alert.ts'
import { lastingParts } from '../parts.ts'

const nothing = { up: '1x30' }

/** Parts that are down, restart again and again, or are blocked. */
export const partAlerts: Alert[] = [
  {
    name: 'PartDown',
    expr: 'max by (part) (up{part!=""}) == 0',
    for: '30s',
    severity: 'page',
    summary: 'No process of {{ $labels.part }} answers',
    fires: { series: { 'up{part="orders"}': '1 1 0x10' }, at: 5, labels: { part: 'orders' } },
    silent: {
      series: { 'up{part="orders",instance="a"}': '1 1 0x10', 'up{part="orders",instance="b"}': '1x12' },
      at: 10,
    },
  },
  {
    name: 'PartMissing',
    // Where services share a process they are one target, `services`.
    expr: lastingParts
      .map(({ name }) => `absent(up{part="${name}"}) unless on () up{part="services"}`)
      .join(' or '),
    for: '2m',
    severity: 'page',
    summary: 'Prometheus finds no process of {{ $labels.part }}',
    runbook: 'part-down',
    fires: { series: others('orders'), at: 5, labels: { part: 'orders' } },
    silent: { series: others(), at: 10 },
  },
  {
    name: 'PartRestarts',
    expr: 'sum by (part) (changes(process_start_time_seconds[15m])) > 3',
    for: '1m',
    severity: 'page',
    summary: '{{ $labels.part }} restarts again and again',
    fires: {
      series: { 'process_start_time_seconds{part="cart"}': '0+60x30' },
      at: 15,
      labels: { part: 'cart' },
    },
    silent: { series: { 'process_start_time_seconds{part="cart"}': '100x10 700x20' }, at: 20 },
  },
  {
    name: 'EventLoopBlocked',
    expr: 'max by (part) (nodejs_eventloop_lag_p99_seconds) > 0.5',
    for: '5m',
    severity: 'ticket',
    summary: 'Work of {{ $labels.part }} keeps its event loop from answering for half a second',
    fires: {
      series: { 'nodejs_eventloop_lag_p99_seconds{part="shell"}': '0.8x30' },
      at: 10,
      labels: { part: 'shell' },
    },
    silent: { series: { 'nodejs_eventloop_lag_p99_seconds{part="shell"}': '0.02x10 0.8x2 0.02x20' }, at: 20 },
  },
  {
    name: 'GaugeUnmeasured',
    expr: 'sum by (part, gauge) (increase(gauge_failures_total[10m])) > 3',
    for: '5m',
    severity: 'ticket',
    summary: '{{ $labels.gauge }} of {{ $labels.part }} cannot be measured, so that alerts on it are blind',
    fires: {
      series: { 'gauge_failures_total{part="cart",gauge="dead_letters"}': '0+1x30' },
      at: 20,
      labels: { part: 'cart', gauge: 'dead_letters' },
    },
    silent: { series: { 'gauge_failures_total{part="cart",gauge="dead_letters"}': '0 1x30' }, at: 20 },
  },
  {
    name: 'MonitoringFails',
    expr: 'increase(prometheus_rule_evaluation_failures_total[10m]) > 0 or increase(prometheus_notifications_dropped_total[10m]) > 0',
    for: '1m',
    severity: 'ticket',
    summary: 'Prometheus cannot evaluate a rule, or cannot deliver alerts',
    fires: { series: { prometheus_rule_evaluation_failures_total: '0+1x30' }, at: 10 },
    silent: { series: { prometheus_rule_evaluation_failures_total: '0x30', ...nothing }, at: 10 },
  },
  {
    name: 'Watchdog',
    expr: 'vector(1)',
    for: '0s',
    severity: 'none',
    summary: 'Always fires: its absence at the receiver means that alerts do not arrive',
    fires: { series: nothing, at: 1 },
  },
]

/** Series of all parts that must run, but one. */
function others(missing?: string): Record<string, string> {
  const there = lastingParts.filter(({ name }) => name !== missing)
  return Object.fromEntries(there.map(({ name }) => [`up{part="${name}"}`, '1x30']))
}
