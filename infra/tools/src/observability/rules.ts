import { type Alert, runbookOf } from './alert.ts'
import { alerts } from './alerts.ts'
import { ratio, ratioOf, slos, windows } from './slos.ts'

type Rule = { expr: string; labels?: Record<string, string> } & (
  | { record: string }
  | { alert: string; for: string; annotations: Record<string, string> }
)
export type Group = { name: string; rules: Rule[] }

const runbooks = 'https://github.com/mallhive/mallhive/blob/main/docs/operating/runbooks'

/** Records of the SLOs' shares of bad events, which alerts and analyses of canaries read. */
const records: Rule[] = slos.flatMap((slo) => [
  ...windows.map((window) => ({ record: ratio(slo, window), expr: ratioOf(slo, window) })),
  ...(slo.judgesCanaries
    ? [{ record: `slo:${slo.name}:canary_error_ratio:2m`, expr: ratioOf(slo, '2m', `${slo.by}, revision`) }]
    : []),
])

/** All rules of Prometheus, by their file: a group of alerts, and the records that it reads. */
export const ruleFiles: Record<string, Group[]> = Object.fromEntries(
  Object.entries(alerts).map(([name, list]) => [
    name,
    [...(name === 'slos' ? [{ name: 'records', rules: records }] : []), { name, rules: list.map(toRule) }],
  ]),
)

export function toRule(alert: Alert) {
  const { name, expr, severity, summary } = alert
  return {
    alert: name,
    expr,
    for: alert.for,
    labels: { severity },
    annotations: { summary, runbook: `${runbooks}/${runbookOf(alert)}.md` },
  }
}
