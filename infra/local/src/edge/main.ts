import { configSchema } from './config.ts'
import { createEdge } from './edge.ts'

const config = configSchema.parse(process.env)
const server = createEdge(config)
server.listen(config.PORT, config.HOST)
process.once('SIGTERM', () => {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
})
