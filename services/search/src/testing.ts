import { SearchService } from '@mallhive/contracts/search'
import { testDb, testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { start } from './main.ts'
import * as schema from './schema.ts'

/** Opens the service on a database of its own. */
export async function openTestSearch() {
  await using stack = new AsyncDisposableStack()
  const db = stack.use(await testDb('search', new URL('../drizzle', import.meta.url), schema))
  const platform = stack.use(testPlatform())
  await platform.start('search', start, testEnv({ DATABASE_URL: db.url }))
  const kept = stack.move()
  return {
    db,
    client: platform.client(SearchService),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}
