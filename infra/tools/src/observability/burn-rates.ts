import type { Alert } from './alert.ts'
import { type Slo, ratio, slos } from './slos.ts'

// Multi-window, multi-burn-rate alerts: Site Reliability Workbook, chapter 5. The short window ends an alert soon after its cause.
const fast = {
  suffix: 'BurnsFast',
  severity: 'page',
  for: '1m',
  rates: [
    [14.4, '1h', '5m'],
    [6, '6h', '30m'],
  ],
} as const
const slow = {
  suffix: 'BurnsSlowly',
  severity: 'ticket',
  for: '15m',
  rates: [
    [3, '1d', '2h'],
    [1, '3d', '6h'],
  ],
} as const

/** The alerts of every SLO: one that pages within minutes, one for a leak that would use up the budget of 30 days. */
export const burnRates: Alert[] = slos.flatMap((slo) => [fast, slow].map((pace) => alertOf(slo, pace)))

function alertOf(slo: Slo, { suffix, severity, rates, for: lasting }: typeof fast | typeof slow): Alert {
  const budget = Number((1 - slo.objective).toFixed(6))
  const burns = ([factor, long, short]: readonly [number, string, string]) => {
    const most = Number((factor * budget).toFixed(6))
    return `(${ratio(slo, long)} > ${most} and ${ratio(slo, short)} > ${most})`
  }
  const minutes = severity === 'page' ? 4 : 18
  const { labels, failing, healthy } = slo.test
  return {
    name: `${slo.alert}${suffix}`,
    expr: rates.map(burns).join(' or '),
    for: lasting,
    severity,
    summary: `${slo.by ? `{{ $labels.${slo.by} }}: t` : 'T'}oo many ${slo.what}`,
    runbook: slo.name.replaceAll('_', '-'),
    fires: { series: failing, at: minutes, labels },
    silent: { series: healthy, at: minutes },
  }
}
