import { logger } from '@mallhive/process-kit/telemetry'
import { openPlatform } from '@mallhive/service-kit/service'
import { seed } from '@mallhive/service-search/seed'

import { serviceModules } from './service-modules.ts'

type Env = Record<string, string>

/** Fills the search index from a seeded catalogue, whose service runs meanwhile in this process. */
export async function seedSearch(
  env: Record<'catalog' | 'search', Env>,
  tell: (howFar: string) => void,
): Promise<void> {
  const log = logger('seed')
  log.level = 'fatal'
  await using platform = openPlatform({ log })
  const { start } = await serviceModules.catalog.main()
  await platform.start('catalog', start, env.catalog)
  await platform.start(
    'search',
    seed((done, total) => tell(`${done} of ${total} products in the search index`)),
    env.search,
  )
}
