import {
  type Dashboard as GrafanaDashboard,
  DashboardBuilder,
  DatasourceVariableBuilder,
  RowBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard'
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus'
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries'

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
