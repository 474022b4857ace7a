import type { Alert } from './alert.ts'
import { toRule } from './rules.ts'

/** Returns promtool's tests of a file of rules: of each alert, one by which it fires and one by which it stays silent. */
export const ruleTests = (ruleFile: string, alerts: Alert[]) => ({
  rule_files: [ruleFile],
  evaluation_interval: '1m',
  tests: alerts.flatMap(testsOf),
})

/** The tests of an alert. */
export const testsOf = (alert: Alert) => [
  testOf(alert, alert.fires, [expected(alert)]),
  ...(alert.silent ? [testOf(alert, alert.silent, [])] : []),
]

function testOf(
  { name }: Alert,
  { series, at }: { series: Record<string, string>; at: number },
  exp_alerts: object[],
) {
  return {
    name: `${name} ${exp_alerts.length > 0 ? 'fires' : 'is silent'}`,
    interval: '1m',
    input_series: Object.entries(series).map(([it, values]) => ({ series: it, values })),
    alert_rule_test: [{ eval_time: `${at}m`, alertname: name, exp_alerts }],
  }
}

function expected(alert: Alert): object {
  const { labels = {} } = alert.fires
  const rule = toRule(alert)
  const filled = (text: string) =>
    text.replaceAll(/\{\{ \$labels\.(\w+) \}\}/g, (_, label: string) => labels[label] ?? '')
  return {
    exp_labels: { ...rule.labels, ...labels },
    exp_annotations: Object.fromEntries(
      Object.entries(rule.annotations).map(([key, text]) => [key, filled(text)]),
    ),
  }
}
