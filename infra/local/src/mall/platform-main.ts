import { text } from 'node:stream/consumers'

import { openPlatform } from '@mallhive/service-kit/service'
import { logger } from '@mallhive/process-kit/telemetry'

import { serviceModules } from './service-modules.ts'
import { together } from './services.ts'

// Runs all services and the BFF host in one process, where calls between them stay in memory.

/** Reads each part's environment from stdin; in `process.env` every part could read all of them. */
const environments: Record<string, Record<string, string>> = JSON.parse(await text(process.stdin))
const log = logger('mallhive')
const platform = openPlatform({ log })
const bff = { main: () => import('@mallhive/bff-host/main') }
for (const name of together) {
  const { start } = await { ...serviceModules, bff }[name].main()
  await platform.start(name, start, environments[name] ?? {})
}
process.once('SIGTERM', () => void platform[Symbol.asyncDispose]().then(() => process.exit(0)))
log.info(
  { url: await platform.listen({ port: Number(process.env['PORT']), host: process.env['HOST'] }) },
  'listening',
)
