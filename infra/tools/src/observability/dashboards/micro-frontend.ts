import { microFrontends } from '../../../../mall.ts'
import { type Dashboard, latency, p95, panel, rate } from '../panel.ts'

const http = 'http_server_duration_seconds'

/** A dashboard for each micro frontend, for the team that owns it. */
export const microFrontendDashboards: Dashboard[] = Object.keys(microFrontends).map((mfe) => {
  const pages = `part="shell",mfe="${mfe}"`
  const calls = `part="bff",mfe="${mfe}"`
  return {
    uid: `micro-frontend-${mfe}`,
    title: `Micro frontend: ${mfe}`,
    rows: [
      {
        title: 'Documents',
        panels: [
          rate('Pages', `${http}_count{${pages}}`, 'route'),
          rate('Their statuses', `${http}_count{${pages}}`, 'status'),
          latency('Time to a page', http, pages),
          rate('In documents', `mall_document_remotes_total{mfe="${mfe}"}`, 'outcome'),
        ],
      },
      {
        title: 'Procedures of its BFF',
        panels: [
          rate('Calls', `${http}_count{${calls}}`, 'route'),
          rate('Their statuses', `${http}_count{${calls}}`, 'status'),
          p95('Time by procedure, p95', http, calls, 'route'),
        ],
      },
      {
        title: 'Releases',
        panels: [
          panel(
            'Assigned',
            'short',
            `max by (version, channel) (mall_release_info{mfe="${mfe}"})`,
            '{{version}} {{channel}}',
          ),
          panel(
            'Share of the canary in percent',
            'short',
            `max(mall_release_canary_percent{mfe="${mfe}"})`,
            'canary',
          ),
        ],
      },
    ],
  }
})
