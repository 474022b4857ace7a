import { CartService } from '@mallhive/contracts/cart'
import { NotificationsService } from '@mallhive/contracts/notifications'
import type { Client, ConnectRouter } from '@connectrpc/connect'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actingAs } from './auth.ts'
import { accepts, type Caller, queryHeader } from './callers.ts'
import { asPart, testActor, testEnv, testPartKeys, testPlatform } from './testing.ts'

const serve = (router: ConnectRouter) => router.service(NotificationsService, { listDeliveries: () => ({}) })
const env = testEnv({ PART_KEYS: testPartKeys(['orders', 'cart']) })
const scope = new AsyncDisposableStack()

/** A client of a service whose RPC accepts these callers. */
async function clientOf(callers: Caller[]): Promise<Client<typeof NotificationsService>> {
  const platform = scope.use(testPlatform())
  const start = accepts(NotificationsService, { listDeliveries: callers })
  await platform.start('any', async (host) => host.routes(serve, [start]), env)
  return platform.client(NotificationsService)
}

afterAll(() => scope.disposeAsync())

let callers: Record<string, Awaited<ReturnType<typeof asPart>>>
beforeAll(async () => {
  callers = {
    tokenless: {},
    guest: actingAs(await testActor({ kind: 'guest', name: '', email: '' })),
    shopper: actingAs(await testActor()),
    owner: actingAs(await testActor({ memberships: [{ shopId: 's1', role: 'owner' }] })),
    admin: actingAs(await testActor({ roles: ['admin'] })),
    posing: actingAs(await testActor({ id: 'orders', name: 'part:orders' })),
    orders: await asPart('orders', NotificationsService),
    cart: await asPart('cart', NotificationsService),
  }
})

test.each<[Caller[], string[]]>([
  [['anyone'], ['tokenless', 'guest', 'shopper', 'owner', 'admin', 'posing', 'orders', 'cart']],
  [['person'], ['guest', 'shopper', 'owner', 'admin', 'posing']],
  [['role:admin'], ['admin']],
  [['member:owner'], ['owner']],
  [['member:packer', 'role:support'], []],
  [['part:orders'], ['orders']],
  [
    ['member:owner', 'part:cart'],
    ['owner', 'cart'],
  ],
  [[], []],
])('an RPC for %j accepts %j and refuses all others', async (list, expected) => {
  const client = await clientOf(list)
  const outcomes = await Promise.all(
    Object.entries(callers).map(async ([name, options]) => {
      const answer = await client.listDeliveries({}, options).then(
        () => 'accepted',
        (error: unknown) => (error instanceof Error && 'reason' in error ? error.reason : error),
      )
      return [name, answer]
    }),
  )
  expect(outcomes).toEqual(
    Object.keys(callers).map((name) => {
      if (expected.includes(name)) return [name, 'accepted']
      return [name, name === 'tokenless' ? 'UNAUTHENTICATED' : 'FORBIDDEN']
    }),
  )
})

test('on behalf of a query, an RPC that may have side effects refuses the callers that it accepts', async () => {
  await using platform = testPlatform()
  const serveCart = (router: ConnectRouter) =>
    router.service(CartService, { getCart: () => ({}), addItem: () => ({}) })
  const start = [accepts(CartService, ['anyone'])]
  await platform.start('cart', async (host) => host.routes(serveCart, start), env)
  const cart = platform.client(CartService)
  const query = { headers: { [queryHeader]: '1' } }
  await cart.getCart({}, query)
  await cart.addItem({})
  await expect(cart.addItem({}, query)).rejects.toMatchObject({ reason: 'QUERY_WRITES' })
})

test('every caller is refused by a service that is not in the list', async () => {
  await using platform = testPlatform()
  await platform.start('any', async (host) => host.routes(serve, []), env)
  const call = platform.client(NotificationsService).listDeliveries({}, callers['orders'])
  await expect(call).rejects.toMatchObject({ reason: 'FORBIDDEN' })
})
