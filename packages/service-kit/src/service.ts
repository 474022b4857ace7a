import { demandCertificates, showCertificate } from '@mallhive/process-kit/mutual-tls'
import { ConfigError } from '@mallhive/process-kit/config'
import type { Server } from 'node:http'
import type { Start } from './host.ts'
import { openPlatform } from './platform.ts'
import { logger } from '@mallhive/process-kit/telemetry'

export type { Host, Start } from './host.ts'
export { openPlatform, type Platform } from './platform.ts'

/**
 * Runs one service as a process that listens at HOST and PORT. SIGTERM and SIGINT stop it gracefully: readiness fails,
 * running calls finish, resources close in reverse order. Exits with 1 when it cannot start.
 */
export async function runService(name: string, start: Start): Promise<void> {
  const log = logger(name)
  const { HOST, PORT, READINESS_GRACE_MS } = process.env
  const secure = (server: Server) =>
    demandCertificates(server, process.env, (reason) => log.warn({ reason }, 'connection refused'), [
      'h2',
      'http/1.1',
    ])
  showCertificate(process.env)
  const platform = openPlatform({ log, name, readinessGraceMs: Number(READINESS_GRACE_MS ?? 0), secure })
  let stopping: Promise<void> | undefined
  const stop = (signal: string) => {
    stopping ??= (async () => {
      log.info({ signal }, 'stopping')
      await platform[Symbol.asyncDispose]()
      log.info('stopped')
      process.exit(0)
    })()
  }
  process.on('SIGTERM', stop).on('SIGINT', stop)
  try {
    await platform.start(name, start, process.env)
    const url = await platform.listen({ port: Number(PORT ?? 0), host: HOST || '127.0.0.1' })
    log.info({ url }, 'listening')
    process.send?.({ listening: url })
  } catch (error) {
    log.fatal({ err: error }, error instanceof ConfigError ? error.message : 'cannot start')
    await Promise.allSettled([platform[Symbol.asyncDispose]()])
    process.exit(1)
  }
}
