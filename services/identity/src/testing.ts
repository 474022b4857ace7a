import { IdentityService } from '@mallhive/contracts/identity'
import { testDb, testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { start } from './main.ts'
import * as schema from './schema.ts'

/** Opens the service on a database of its own, with RPCs called as the BFF host. */
export async function openTestIdentity(more: Record<string, string> = {}) {
  await using stack = new AsyncDisposableStack()
  const db = stack.use(await testDb('identity', new URL('../drizzle', import.meta.url), schema))
  const env = testEnv({
    DATABASE_URL: db.url,
    AUTH_SECRET: 'a-secret-of-more-than-32-characters',
    ...more,
  })
  const platform = stack.use(testPlatform())
  await platform.start('identity', start, env)
  const identity = Promise.withResolvers<ReturnType<typeof platform.client<typeof IdentityService>>>()
  await platform.start('bff', async (host) => identity.resolve(host.client(IdentityService)), env)
  const kept = stack.move()
  return {
    db,
    env,
    identity: await identity.promise,
    /** Listens; returns the service's URL. */
    listen: () => platform.listen({ port: 0 }),
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}
