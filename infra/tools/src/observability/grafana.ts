import {
  type Dashboard as GrafanaDashboard,
  DashboardBuilder,
  DatasourceVariableBuilder,
  TextBoxVariableBuilder,
  RowBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard'
import { PanelBuilder as LogsPanelBuilder } from '@grafana/grafana-foundation-sdk/logs'
import { DataqueryBuilder as LogQueryBuilder } from '@grafana/grafana-foundation-sdk/loki'
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus'
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries'

import { logQueries } from './dashboards/logs.ts'
import type { Dashboard, Panel } from './panel.ts'

const datasource = { type: 'prometheus', uid: '$prometheus' }

/** Returns a dashboard in Grafana's form. */
export function toGrafana({ uid, title, rows }: Dashboard): GrafanaDashboard {
  const built = new DashboardBuilder(title)
    .uid(uid)
    .tags(['mallhive'])
    .refresh('30s')
    .time({ from: 'now-3h', to: 'now' })
    .withVariable(new DatasourceVariableBuilder('prometheus').label('Prometheus').type('prometheus'))
  for (const row of rows) {
    built.withRow(new RowBuilder(row.title))
    for (const panel of row.panels) built.withPanel(toPanel(panel))
  }
  return built.build()
}

function toPanel({ title, unit, queries }: Panel): PanelBuilder {
  const built = new PanelBuilder().title(title).unit(unit).min(0).datasource(datasource).span(8).height(8)
  for (const { expr, legend } of queries)
    built.withTarget(new DataqueryBuilder().expr(expr).legendFormat(legend))
  return built
}

/** The dashboard of logs, whose queries go to Loki. */
export function logsDashboard(): GrafanaDashboard {
  const loki = { type: 'loki', uid: '$loki' }
  const { trace, ...counts } = logQueries
  const built = new DashboardBuilder('Logs')
    .uid('logs')
    .tags(['mallhive'])
    .withVariable(new DatasourceVariableBuilder('loki').label('Loki').type('loki'))
    .withVariable(new TextBoxVariableBuilder('trace').label('Trace'))
  for (const { title, expr } of Object.values(counts))
    built.withPanel(
      new PanelBuilder()
        .title(title)
        .datasource(loki)
        .span(12)
        .height(8)
        .withTarget(new LogQueryBuilder().expr(expr)),
    )
  const lines = new LogsPanelBuilder().title(trace.title).datasource(loki).span(24).height(12)
  return built.withPanel(lines.withTarget(new LogQueryBuilder().expr(trace.expr))).build()
}
