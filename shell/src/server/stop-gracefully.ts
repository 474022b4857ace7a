import type { Server } from 'node:http'
import type { Readiness } from './handler.ts'
import { log } from './log.ts'
import type { ShellProcess } from './shell-process.ts'

/** On SIGTERM or SIGINT: reports not ready, finishes open requests, exits. */
export function stopGracefully(server: Server, readiness: Readiness, shell: ShellProcess): void {
  const stop = () => {
    readiness.ready = false
    server.close(() => void leave())
    server.closeIdleConnections()
    // An endless connection must not keep the process alive.
    setTimeout(() => server.closeAllConnections(), 5000).unref()
  }
  const leave = async () => {
    await shell.releases[Symbol.asyncDispose]()
    shell.renders[Symbol.dispose]()
    await shell.served[Symbol.asyncDispose]()
    await shell.tracing[Symbol.asyncDispose]()
    log('info', 'shell is closed')
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
