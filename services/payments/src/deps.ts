import { type Db, openDb } from '@mallhive/service-kit/db'
import type { Host } from '@mallhive/service-kit/service'
import type { Config } from './config.ts'
import type { Providers } from './providers/providers.ts'
import { openSandbox } from './providers/sandbox.ts'
import * as schema from './schema.ts'

export interface Deps {
  db: Db<typeof schema>
  providers: Providers
  /** Origins that a card form may return to. */
  returnOrigins: string[]
  log: Host['log']
}

export function openDeps(host: Host, config: Config): Deps {
  const sandbox = host.use(
    openSandbox({
      url: config.SANDBOX_PROVIDER_URL,
      secrets: config.PAYMENTS_WEBHOOK_SECRET,
      timeoutMs: config.PROVIDER_TIMEOUT_MS,
    }),
  )
  return {
    db: host.use(openDb(config.DATABASE_URL, { schema })),
    providers: { byName: new Map([[sandbox.name, sandbox]]), chosen: sandbox },
    returnOrigins: [config.PUBLIC_ORIGIN, config.PREVIEW_ORIGIN].flatMap((url) =>
      url ? new URL(url).origin : [],
    ),
    log: host.log,
  }
}
