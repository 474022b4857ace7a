import { text } from 'node:stream/consumers'

import { start as bffHost } from '@mallhive/bff-host/main'
import { start as releaseHealth } from '@mallhive/service-release-health/main'
import { start as cart } from '@mallhive/service-cart/main'
import { start as catalog } from '@mallhive/service-catalog/main'
import { start as identity } from '@mallhive/service-identity/main'
import { type Start, openPlatform } from '@mallhive/service-kit/service'
import { logger } from '@mallhive/process-kit/telemetry'
import { start as notifications } from '@mallhive/service-notifications/main'
import { start as orders } from '@mallhive/service-orders/main'
import { start as payments } from '@mallhive/service-payments/main'

import { together } from './services.ts'

// Runs all services and the BFF host in one process, where calls between them stay in memory.
const starts: Record<(typeof together)[number], Start> = {
  identity,
  catalog,
  cart,
  orders,
  payments,
  notifications,
  'release-health': releaseHealth,
  bff: bffHost,
}

/** Reads each part's environment from stdin; in `process.env` every part could read all of them. */
const environments: Record<string, Record<string, string>> = JSON.parse(await text(process.stdin))
const log = logger('mallhive')
const platform = openPlatform({ log })
for (const name of together) await platform.start(name, starts[name], environments[name] ?? {})
process.once('SIGTERM', () => void platform[Symbol.asyncDispose]().then(() => process.exit(0)))
log.info(
  { url: await platform.listen({ port: Number(process.env['PORT']), host: process.env['HOST'] }) },
  'listening',
)
