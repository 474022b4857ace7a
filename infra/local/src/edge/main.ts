import { createServer } from 'node:http'

import { showCertificate } from '@mallhive/process-kit/mutual-tls'
import { metrics } from '@mallhive/process-kit/telemetry'

import { configSchema } from './config.ts'
import { createEdge } from './edge.ts'

const config = configSchema.parse(process.env)
const server = createEdge({ ...config, tls: showCertificate(process.env) })
server.listen(config.PORT, config.HOST)
if (config.METRICS_PORT !== undefined) serveMetrics(config.METRICS_PORT)
process.once('SIGTERM', () => {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
})

function serveMetrics(port: number): void {
  const answer = async () => ({ type: metrics.contentType, text: await metrics.metrics() })
  createServer((_, response) => {
    void answer().then(({ type, text }) => response.setHeader('content-type', type).end(text))
  }).listen(port, '127.0.0.1')
}
