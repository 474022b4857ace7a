import { type EnvironmentName, environments, region } from '../../../environments.ts'

/** Where alerts go, in Alertmanager’s form of a receiver. */
export type Receivers = Record<'pager' | 'tickets' | 'heartbeat', object>

/** Receivers of an environment: SNS topics, which infra/terraform makes. */
export const topicsOf = (environment: EnvironmentName): Receivers => ({
  pager: topic(environment, 'pages'),
  tickets: topic(environment, 'tickets'),
  heartbeat: topic(environment, 'heartbeat'),
})

function topic(environment: EnvironmentName, name: string): object {
  const { account } = environments[environment]
  return {
    sns_configs: [
      {
        topic_arn: `arn:aws:sns:${region}:${account}:mallhive-${environment}-${name}`,
        sigv4: { region },
        send_resolved: true,
        subject: '{{ .CommonLabels.alertname }}',
        message: '{{ range .Alerts }}{{ .Annotations.summary }}\n{{ .Annotations.runbook }}\n{{ end }}',
      },
    ],
  }
}

function inhibited(source: string, target: string, equal: string[]): object {
  return {
    source_matchers: [`alertname=~"${source}"`],
    target_matchers: [`alertname=~"${target}"`],
    equal,
  }
}

/** Returns Alertmanager’s configuration: pages wake a person, tickets wait, and the heartbeat proves that alerts arrive. */
export const alertmanagerConfig = (receivers: Receivers) => ({
  route: {
    receiver: 'tickets',
    group_by: ['alertname', 'part', 'mfe'],
    group_wait: '30s',
    group_interval: '5m',
    repeat_interval: '24h',
    routes: [
      {
        matchers: ['alertname="Watchdog"'],
        receiver: 'heartbeat',
        group_wait: '0s',
        group_interval: '1m',
        repeat_interval: '1m',
      },
      { matchers: ['severity="page"'], receiver: 'pager', group_wait: '10s', repeat_interval: '1h' },
    ],
  },
  inhibit_rules: [
    // What is down also burns its budgets, and what depends on an engine fails with it.
    inhibited('PartDown|PartMissing', '(Availability|Latency)Burns.*', ['part']),
    inhibited(
      'PostgresDown',
      '(Availability|Latency|EventLag|OrderSuccess)Burns.*|Postgres.*|CheckoutsOverdue|SearchDown',
      [],
    ),
    // The page says it already.
    ...['Availability', 'Latency', 'OrderSuccess', 'EventLag', 'ReleaseHealth'].map((slo) =>
      inhibited(`${slo}BurnsFast`, `${slo}BurnsSlowly`, ['part', 'consumer', 'mfe']),
    ),
  ],
  receivers: Object.entries(receivers).map(([name, receiver]) => ({ name, ...receiver })),
})
