import { logger } from '@mallhive/process-kit/telemetry'
import { openPlatform } from '@mallhive/service-kit/service'
import { seed } from '@mallhive/service-search/seed'

import { serviceModules } from './service-modules.ts'

type Env = Record<string, string>

/** Fills the search index from a seeded catalogue and its stock, whose services run meanwhile in this process. */
export async function seedSearch(
  env: Record<'catalog' | 'cart' | 'search', Env>,
  tell: (howFar: string) => void,
): Promise<void> {
  const log = logger('seed')
  log.level = 'fatal'
  await using platform = openPlatform({ log })
  for (const name of ['catalog', 'cart'] as const) {
    const { start } = await serviceModules[name].main()
    await platform.start(name, start, env[name])
  }
  await platform.start(
    'search',
    seed((done, total) => tell(`${done} of ${total} products in the search index`)),
    env.search,
  )
}
