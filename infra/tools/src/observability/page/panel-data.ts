import type { Dashboard, Panel } from '../panel.ts'

/** A line of a chart: its legend, and pairs of seconds and values. */
interface Line {
  name: string
  points: [seconds: number, value: number][]
}

export interface ShownDashboard {
  title: string
  rows: { title: string; panels: { title: string; unit: Panel['unit']; lines: Line[] }[] }[]
}

const shownMinutes = 15
const stepSeconds = 15

/** Returns a dashboard with what its panels show now. */
export async function readDashboard(
  prometheusUrl: string,
  { title, rows }: Dashboard,
): Promise<ShownDashboard> {
  const read = async (panel: Panel) => {
    const lines = await Promise.all(
      panel.queries.map(({ expr, legend }) => readLines(prometheusUrl, expr, legend)),
    )
    return { title: panel.title, unit: panel.unit, lines: lines.flat() }
  }
  return {
    title,
    rows: await Promise.all(
      rows.map(async (row) => ({ title: row.title, panels: await Promise.all(row.panels.map(read)) })),
    ),
  }
}

type Matrix = { metric: Record<string, string>; values: [number, string][] }[]

async function readLines(prometheusUrl: string, expr: string, legend: string): Promise<Line[]> {
  const now = Date.now() / 1000
  const body = new URLSearchParams({
    query: expr,
    start: String(now - shownMinutes * 60),
    end: String(now),
    step: String(stepSeconds),
  })
  const answer = await fetch(`${prometheusUrl}/api/v1/query_range`, { method: 'POST', body })
  const { data } = (await answer.json()) as { data?: { result: Matrix } }
  return (data?.result ?? []).map(({ metric, values }) => ({
    name: legend.replaceAll(/\{\{(\w+)\}\}/g, (_, label: string) => metric[label] ?? '').trim() || 'value',
    points: values.flatMap(([seconds, value]): Line['points'] =>
      Number.isFinite(Number(value)) ? [[seconds, Number(value)]] : [],
    ),
  }))
}
