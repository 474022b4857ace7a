import { anyOf, scrapedParts } from './parts.ts'

interface Query {
  expr: string
  /** `{{part}}` for a label. */
  legend: string
}

export interface Panel {
  title: string
  /** Grafana's name of the unit. */
  unit: 'reqps' | 'percentunit' | 's' | 'short' | 'bytes' | 'ops'
  queries: Query[]
}

export interface Dashboard {
  /** Its file and address. */
  uid: string
  title: string
  rows: { title: string; panels: Panel[] }[]
}

/** Rates are taken over five minutes everywhere, so that panels agree with each other and with the short window of alerts. */
const window = '5m'

/** A panel of one query. */
export const panel = (title: string, unit: Panel['unit'], expr: string, legend = ''): Panel => ({
  title,
  unit,
  queries: [{ expr, legend }],
})

/** How many of a counter a second, by labels. */
export const rate = (title: string, selector: string, by: string, unit: Panel['unit'] = 'reqps'): Panel =>
  panel(title, unit, `sum by (${by}) (rate(${selector}[${window}]))`, legendOf(by))

/** The time that 50, 95 and 99 % of a histogram stay within. */
export const latency = (title: string, histogram: string, selector: string): Panel => ({
  title,
  unit: 's',
  queries: ['0.5', '0.95', '0.99'].map((quantile) => ({
    expr: `histogram_quantile(${quantile}, sum by (le) (rate(${histogram}_bucket{${selector}}[${window}])))`,
    legend: `p${Number(quantile) * 100}`,
  })),
})

/** The slower 5 % of each value of a label. */
export const p95 = (title: string, histogram: string, selector: string, by: string): Panel =>
  panel(
    title,
    's',
    `histogram_quantile(0.95, sum by (le, ${by}) (rate(${histogram}_bucket{${selector}}[${window}])))`,
    legendOf(by),
  )

/** The greatest of a gauge, by labels. */
export const greatest = (title: string, selector: string, by: string, unit: Panel['unit'] = 'short'): Panel =>
  panel(title, unit, `max by (${by}) (${selector})`, legendOf(by))

const legendOf = (labels: string): string =>
  labels
    .split(', ')
    .map((label) => `{{${label}}}`)
    .join(' ')

/** Processor, memory and event loop of parts. */
export const processPanels = (parts = anyOf(scrapedParts)): Panel[] => {
  const of = `{part=~"${parts}|services"}`
  return [
    rate('Processor', `process_cpu_seconds_total${of}`, 'part', 'short'),
    greatest('Memory', `process_resident_memory_bytes${of}`, 'part', 'bytes'),
    greatest('Event loop, p99', `nodejs_eventloop_lag_p99_seconds${of}`, 'part', 's'),
  ]
}
