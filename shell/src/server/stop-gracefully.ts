import type { Server } from 'node:http'
import type { Readiness } from './handler.ts'
import { log } from './log.ts'

/** On SIGTERM or SIGINT: not ready, finish what is under way, leave. */
export function stopGracefully(server: Server, readiness: Readiness, ...resources: AsyncDisposable[]): void {
  const stop = () => {
    readiness.ready = false
    server.close(() => void leave())
    server.closeIdleConnections()
    // A connection that never ends must not keep the process.
    setTimeout(() => server.closeAllConnections(), 5000).unref()
  }
  const leave = async () => {
    await Promise.all(resources.map((resource) => resource[Symbol.asyncDispose]()))
    log('info', 'shell is closed')
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
