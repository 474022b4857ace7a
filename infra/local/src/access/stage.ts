import type { DescService } from '@bufbuild/protobuf'
import type { CallOptions, Client } from '@connectrpc/connect'
import { IdentityService } from '@mallhive/contracts/identity'
import { actingAs } from '@mallhive/service-kit/auth'
import { asPart, testActor, testDb, testEnv, testPlatform } from '@mallhive/service-kit/testing'
import { serviceModules } from '../mall/service-modules.ts'
import { services } from '../mall/services.ts'

const shops = {
  own: '0198a000-0000-7000-8000-000000000001',
  other: '0198a000-0000-7000-8000-000000000002',
}

/** The roles that the tables of this folder have columns for. */
export const roles = ['anonymous', 'guest', 'account', 'stranger', 'seller', 'rival', 'admin'] as const
export type Role = (typeof roles)[number]

/** Opens all services in one process, each on its own database, and makes tokens of every role. */
export async function openAccessStage() {
  await using stack = new AsyncDisposableStack()
  const platform = stack.use(testPlatform())
  const env = testEnv({
    AUTH_SECRET: 'a-secret-of-more-than-32-characters',
    PAYMENTS_WEBHOOK_SECRET: 'a-webhook-secret',
    SANDBOX_PROVIDER_URL: 'http://127.0.0.1:1',
    SMTP_URL: 'smtp://127.0.0.1:1',
    BEACON_KEY: 'a-beacon-key-that-only-tests-know',
  })
  for (const name of services) {
    const { start } = await serviceModules[name].main()
    const migrations = new URL(`../../../../services/${name}/drizzle`, import.meta.url)
    const db = stack.use(await testDb(name, migrations, {}))
    await platform.start(name, start, { ...env, DATABASE_URL: db.url })
  }
  const { user } = await platform
    .client(IdentityService)
    .register({ name: 'Ada', email: 'ada@example.test', password: 'correct horse battery' })
  const owner = (shopId: string) => testActor({ memberships: [{ shopId, role: 'owner' }] })
  const people = {
    guest: await testActor({ kind: 'guest', name: '', email: '' }),
    account: await testActor({ id: user?.id }),
    stranger: await testActor(),
    seller: await owner(shops.own),
    rival: await owner(shops.other),
    admin: await testActor({ roles: ['admin'] }),
  }
  const kept = stack.move()
  return {
    client: <S extends DescService>(service: S): Client<S> => platform.client(service),
    actorOf: (role: Role) => (role === 'anonymous' ? undefined : people[role]),
    as: (role: Role): CallOptions => (role === 'anonymous' ? {} : actingAs(people[role])),
    asPart,
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}
