import type { Server } from 'node:http'
import type { Readiness } from './handler.ts'
import { log } from './log.ts'

/** On SIGTERM or SIGINT: not ready, finish what is under way, leave. */
export function stopGracefully(server: Server, readiness: Readiness, ...resources: Disposable[]): void {
  const stop = () => {
    readiness.ready = false
    server.close(() => {
      for (const resource of resources) resource[Symbol.dispose]()
      log('info', 'shell is closed')
      process.exit(0)
    })
    server.closeIdleConnections()
    // A connection that never ends must not keep the process.
    setTimeout(() => server.closeAllConnections(), 5000).unref()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
