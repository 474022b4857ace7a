import { createServer } from 'node:http'
import type { AddressInfo, Server } from 'node:net'

import { pageServer } from '@mallhive/infra-tools/panel-page'
import { expect, test } from '@playwright/test'

// An operator's panels, where there is no Grafana. Prometheus is played by a server with one series for every query.

test('panels draw what Prometheus has, name what fires, and say when it is gone', async ({ page }) => {
  await page.clock.install()
  const prometheus = createServer((request, response) => {
    const data = request.url?.startsWith('/api/v1/alerts')
      ? {
          alerts: [{ labels: { alertname: 'PartDown', severity: 'page' }, annotations: {}, state: 'firing' }],
        }
      : { result: [{ metric: { part: 'orders' }, values: [[Date.now() / 1000, '0.25']] }] }
    response.end(JSON.stringify({ data }))
  })
  const panels = pageServer(await listening(prometheus))
  try {
    await page.goto(`${await listening(panels)}/#checkout`)
    await expect(page.getByRole('combobox', { name: 'Dashboard' })).toHaveValue('checkout')
    await expect(page.getByRole('region', { name: 'Alerts' })).toContainText('PartDown firing, page')
    await expect(page.locator('article')).not.toHaveCount(0)
    await expect(page.locator('article:not(:has(polyline))')).toHaveCount(0)

    prometheus.closeAllConnections()
    prometheus.close()
    await page.clock.runFor('00:15')
    await expect(page.getByRole('region', { name: 'Alerts' })).toContainText('Prometheus does not answer')
    await expect(page.locator('article')).not.toHaveCount(0)
  } finally {
    panels.closeAllConnections()
    panels.close()
  }
})

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
