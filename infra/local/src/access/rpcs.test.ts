import { randomUUID } from 'node:crypto'
import type { DescService } from '@bufbuild/protobuf'
import { CartService } from '@mallhive/contracts/cart'
import { CatalogService } from '@mallhive/contracts/catalog'
import { IdentityService } from '@mallhive/contracts/identity'
import { InventoryService } from '@mallhive/contracts/inventory'
import { NotificationsService } from '@mallhive/contracts/notifications'
import { OrdersService } from '@mallhive/contracts/orders'
import { PaymentsService } from '@mallhive/contracts/payments'
import { ReleaseHealthService } from '@mallhive/contracts/release-health'
import { SearchService } from '@mallhive/contracts/search'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Part, mall } from '../../../mall.ts'
import { queryHeader } from '@mallhive/service-kit/callers'
import { edgeTable } from '../edge/edge-table.ts'
import { keyedParts } from '../mall/services.ts'
import { callers } from '../reference/who-may-call.ts'
import { openAccessStage, type Role, roles } from './stage.ts'

/*
 * Who may call each RPC of each service, tried against the services themselves. A letter lets in, a dot keeps out:
 * N no token · G guest · A account · S owner of a shop · M the mall's admin; then the parts that may (* all).
 * "reads": declared without side effects, so queries may call it.
 * Access of accepted callers to other people's data is tested in "ownership" below, for products in services/catalog's
 * save.test.ts, for stock in services/cart's set-stock.test.ts, for existing orders in services/orders' orders.test.ts.
 */
const table: [DescService, Record<string, string>][] = [
  [
    IdentityService,
    {
      Register: 'NGASM *',
      SignIn: 'NGASM *',
      SignOut: 'NGASM *',
      StartGuest: '..... bff',
      ExchangeSession: '..... bff release-desk',
      ListAddresses: '.GASM reads',
      SaveAddress: '..ASM',
      DeleteAddress: '.GASM',
    },
  ],
  [
    CatalogService,
    {
      ListCategories: 'NGASM * reads',
      ListProducts: 'NGASM * reads',
      Suggest: 'NGASM * reads',
      GetProduct: 'NGASM * reads',
      GetProducts: 'NGASM * reads',
      ListCards: 'NGASM * reads',
      ListRelated: 'NGASM * reads',
      ListFeatured: 'NGASM * reads',
      ListSellers: 'NGASM * reads',
      ListSlugParts: 'NGASM * reads',
      ListSlugs: 'NGASM * reads',
      ListAttributes: 'NGASM * reads',
      ExportProducts: '..... search reads',
      GetShopProduct: '...SM reads',
      SaveProduct: '...SM',
    },
  ],
  [
    CartService,
    {
      GetCart: '.GASM reads',
      AddItem: '.GASM',
      SetQuantity: '.GASM',
      MergeGuest: '..ASM',
      RemoveOrdered: '..... orders',
    },
  ],
  [
    InventoryService,
    {
      GetAvailability: 'NGASM * reads',
      Reserve: '..... orders',
      Commit: '..... orders',
      Release: '..... orders',
      SetStock: '...SM',
      ListMovements: '...SM reads',
    },
  ],
  [
    OrdersService,
    {
      StartCheckout: '.GASM',
      RetryCheckout: '.GASM',
      UpdateCheckout: '.GASM',
      GetCheckout: '.GASM reads',
      PlaceOrder: '.GASM',
      ResumeCheckout: '.GASM',
      // Without an e-mail address the RPC needs a session; with one, order number and e-mail address suffice.
      GetOrder: '.GASM * reads',
      ListOrders: '.GASM reads',
      MergeGuest: '..ASM',
      ListSellerOrders: '...S. reads',
    },
  ],
  [
    PaymentsService,
    {
      Authorise: '..... orders',
      Capture: '..... orders',
      Void: '..... orders',
      GetPayment: '..... orders reads',
      GetCardForm: '.GASM reads',
    },
  ],
  [NotificationsService, { ListDeliveries: '....M reads' }],
  [
    ReleaseHealthService,
    { ReleaseHealth: '....M release-desk release-tools reads', RecordServed: '..... shell' },
  ],
  [
    SearchService,
    {
      Search: 'NGASM * reads',
      Suggest: 'NGASM * reads',
      StartRebuild: '....M release-tools',
      GetRebuild: '....M release-tools reads',
      LogSearch: 'NGASM *',
      LogOutcome: 'NGASM *',
      GetSearchReport: '....M release-tools reads',
    },
  ],
]

const columns: Record<string, Role> = { N: 'anonymous', G: 'guest', A: 'account', S: 'seller', M: 'admin' }

let stage: Awaited<ReturnType<typeof openAccessStage>>
beforeAll(async () => void (stage = await openAccessStage()), 120_000)
afterAll(() => stage[Symbol.asyncDispose]())

/** Whether the RPC accepts the caller; other errors, such as those of an empty request, do not count. */
async function letsIn(call: Promise<unknown>): Promise<boolean> {
  const error = await call.then(
    () => undefined,
    (refused: unknown) => refused,
  )
  const kind = error instanceof Error && 'kind' in error ? error.kind : undefined
  const reason = error instanceof Error && 'reason' in error ? error.reason : undefined
  return kind !== 'forbidden' && reason !== 'UNAUTHENTICATED'
}

function callOf(service: DescService, rpc: string) {
  const name = rpc[0]!.toLowerCase() + rpc.slice(1)
  const method: unknown = Reflect.get(stage.client(service), name)
  if (typeof method !== 'function') throw new Error(`${service.typeName} has no ${name}`)
  return (options: object): Promise<unknown> =>
    Promise.resolve(Reflect.apply(method, undefined, [{}, options]))
}

const services = Object.entries<Part>(mall).filter(([, { kind }]) => kind === 'service')

test.each(services)('%s has rows', (name, { edgeOrigin }) => {
  const served = (callers[name] ?? []).map(({ service }) => service.typeName)
  const listed = table.map(([service]) => service.typeName)
  expect(served.filter((typeName) => !listed.includes(typeName))).toEqual([])
  // A service without RPCs, such as the release desk, has its rows in routes.test.ts.
  const routes = edgeTable.routes.filter(({ origin }) => origin === edgeOrigin)
  expect([...served, ...routes]).not.toEqual([])
})

describe('every RPC has a row', () => {
  test.each(table)('%s', (service, rows) => {
    expect(Object.keys(rows).toSorted()).toEqual(service.methods.map(({ name }) => name).toSorted())
  })
})

describe.each(table)('%s', (service, rows) => {
  test.each(Object.entries(rows))('%s accepts %s', async (rpc, row) => {
    const [people = '', ...words] = row.split(' ')
    const parts = words.filter((word) => word !== 'reads')
    const call = callOf(service, rpc)
    let found = ''
    for (const [letter, role] of Object.entries(columns))
      found += (await letsIn(call(stage.as(role)))) ? letter : '.'
    expect(found).toBe(people)
    const letIn: string[] = []
    for (const part of keyedParts) if (await letsIn(call(await stage.asPart(part, service)))) letIn.push(part)
    expect(letIn.toSorted()).toEqual([...(parts[0] === '*' ? keyedParts : parts)].toSorted())
    const byQuery: unknown = await call({ headers: { [queryHeader]: '1' } }).catch(
      (refused) => refused.reason,
    )
    expect(byQuery !== 'QUERY_WRITES').toBe(words.includes('reads'))
  })
})

describe('ownership: other people’s data is not found', () => {
  const address = { name: 'Ada', line1: '1 Mill Lane', city: 'Augsburg', postcode: '86152', country: 'DE' }

  test('addresses', async () => {
    const identity = stage.client(IdentityService)
    const made = await identity.saveAddress({ address: { address } }, stage.as('account'))
    const id = made.address?.id ?? ''
    for (const role of roles) {
      if (role === 'account' || role === 'anonymous') continue
      const { addresses } = await identity.listAddresses({}, stage.as(role))
      expect([role, addresses.map((it) => it.id)]).toEqual([role, []])
      await expect(identity.deleteAddress({ id }, stage.as(role))).rejects.toMatchObject({
        reason: 'ADDRESS_NOT_FOUND',
      })
      const change = { id, address: { ...address, city: 'Kent' } }
      await expect(identity.saveAddress({ address: change }, stage.as(role))).rejects.toMatchObject({
        reason: role === 'guest' ? 'ACCOUNT_NEEDED' : 'ADDRESS_NOT_FOUND',
      })
    }
    expect((await identity.listAddresses({}, stage.as('account'))).addresses).toHaveLength(1)
  })

  test('checkouts and orders, asked for by id', async () => {
    const orders = stage.client(OrdersService)
    const checkoutId = randomUUID()
    for (const role of ['stranger', 'guest', 'seller', 'admin'] as const) {
      const as = stage.as(role)
      const calls = [
        () => orders.getCheckout({ checkoutId }, as),
        () => orders.updateCheckout({ checkoutId, email: 'ada@example.test' }, as),
        () => orders.resumeCheckout({ checkoutId }, as),
        () => orders.retryCheckout({ checkoutId }, as),
      ]
      for (const call of calls) await expect(call()).rejects.toMatchObject({ kind: 'not_found' })
      await expect(orders.getOrder({ number: 'MH-00000000' }, as)).rejects.toMatchObject({
        reason: 'NO_ORDER',
      })
      expect((await orders.listOrders({}, as)).orders).toEqual([])
    }
  })

  test('orders of a shop', async () => {
    const orders = stage.client(OrdersService)
    for (const role of ['seller', 'rival'] as const)
      expect((await orders.listSellerOrders({}, stage.as(role))).subOrders).toEqual([])
  })

  test('carts: no request has a field that names another owner', async () => {
    const fields = CartService.methods.flatMap(({ name, input }) =>
      name === 'RemoveOrdered' ? [] : input.fields.map((field) => field.name),
    )
    expect(fields.filter((name) => /user|owner|shopper|cart/.test(name))).toEqual([])
  })
})
