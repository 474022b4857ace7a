import type { Server } from 'node:http'
import type { Readiness } from './handler.ts'
import { log } from './log.ts'
import type { ShellProcess } from './shell-process.ts'

/** On SIGTERM or SIGINT: reports not ready for READINESS_GRACE_MS, finishes open requests, exits. */
export function stopGracefully(server: Server, readiness: Readiness, shell: ShellProcess): void {
  const stop = () => {
    if (readiness.draining) return
    readiness.draining = true
    setTimeout(close, shell.config.READINESS_GRACE_MS)
  }
  const close = () => {
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
  process.on('SIGTERM', stop).on('SIGINT', stop)
}
