import type { Mistake } from './mistake.ts'

const sources = 'infra/tools/src/observability'
const test = (name: string) => `${sources}/${name}.test.ts`

/** Mistakes in what watches the mall. */
export const observabilityMistakes: Mistake[] = [
  mistake(
    'a metric that is renamed where it is served',
    ['packages/service-kit/src/relay.ts', 'outbox_backlog_age_seconds', 'outbox_oldest_age_seconds'],
    test('metric-names'),
    /OutboxBacklog: outbox_backlog_age_seconds/,
  ),
  mistake(
    'a panel of a metric that nothing serves',
    [`${sources}/dashboards/queues.ts`, "'dead_letters'", "'dead_leters'"],
    test('metric-names'),
    /: dead_leters/,
  ),
  mistake(
    'a panel whose expression has no end',
    [`${sources}/dashboards/queues.ts`, "'events_published_total'", "'events_published_total['"],
    test('syntax'),
    /events_published_total\[/,
  ),
  mistake(
    'an alert without a test by which it stays silent',
    [
      `${sources}/alerts/queues.ts`,
      `    silent: { series: { 'dead_letters{consumer="cart"}': '0x30' }, at: 20 },\n`,
      '',
    ],
    test('rules'),
    /\+ +"DeadLetters"/,
  ),
  mistake(
    'an alert that wakes a person after a day',
    [
      `${sources}/alerts/queues.ts`,
      "(deriv(queue_messages[10m])) > 0',\n    for: '5m'",
      "(deriv(queue_messages[10m])) > 0',\n    for: '1d'",
    ],
    test('rules'),
    /\+ +"QueueGrows waits 1d"/,
  ),
  mistake(
    'an autoscaler that follows a metric that nothing serves',
    ['infra/tools/src/kubernetes/autoscaler.ts', '(max(queue_messages{', '(max(queue_mesages{'],
    test('metric-names'),
    /autoscaler: queue_mesages/,
  ),
  mistake(
    'an alert without a runbook',
    [`${sources}/alerts/queues.ts`, "name: 'OutboxBacklog'", "name: 'OutboxBehind'"],
    test('rules'),
    /runbooks\/outbox-behind\.md/,
  ),
  mistake(
    'lines for a Service that is not installed',
    ['infra/observability/fluent-bit/fluent-bit.yaml', 'host: loki.observability', 'host: loki.monitoring'],
    test('in-cluster/installed'),
    /loki\.monitoring:3100/,
  ),
  mistake(
    'a rule that is written by hand',
    ['infra/observability/kubernetes/rules.yaml', 'severity: page', 'severity: ticket'],
    'infra/tools/src/generate.test.ts',
    /observability\/kubernetes\/rules\.yaml/,
  ),
]

function mistake(
  name: string,
  [file, find, replace]: [file: string, find: string, replace: string],
  refusedBy: string,
  reason: RegExp,
): Mistake {
  return { name, kind: 'observability', patch: { file, find, replace }, refusedBy, reason }
}
