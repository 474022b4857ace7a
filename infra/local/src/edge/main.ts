import { createEdge } from './edge.ts'

const server = createEdge(JSON.parse(process.env['EDGE_ORIGINS'] ?? '{}'))
server.listen(Number(process.env['PORT']), process.env['HOST'] ?? '127.0.0.1')
process.once('SIGTERM', () => {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
})
