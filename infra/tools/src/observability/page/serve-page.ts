import { readFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'

import { dashboards } from '../dashboards.ts'
import { firingAlerts } from './firing-alerts.ts'
import { readDashboard } from './panel-data.ts'

const file = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const files: Record<string, [type: string, text: string]> = {
  '/': ['text/html', file('page.html')],
  '/page.css': ['text/css', file('page.css')],
  '/page.mjs': ['text/javascript', file('page.mjs')],
}

/** Serves the panels of the dashboards, where there is no Grafana. Asks Prometheus only for expressions of this project. */
export function pageServer(prometheusUrl: string): Server {
  const answer = async (path: string): Promise<unknown> => {
    if (path === '/dashboards.json') return dashboards.map(({ uid, title }) => ({ uid, title }))
    if (path === '/alerts.json') return firingAlerts(prometheusUrl)
    const dashboard = dashboards.find(({ uid }) => path === `/dashboards/${uid}.json`)
    return dashboard && readDashboard(prometheusUrl, dashboard)
  }
  return createServer((request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?')
    const [type, text] = files[path] ?? []
    if (type) response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text)
    else
      void answer(path).then(sendJson(response), () =>
        response.writeHead(502).end('Prometheus does not answer'),
      )
  })
}

const sendJson = (response: ServerResponse) => (data: unknown) =>
  response
    .writeHead(data === undefined ? 404 : 200, { 'content-type': 'application/json' })
    .end(JSON.stringify(data ?? null))
