import { createClient, createRouterTransport } from '@connectrpc/connect'
import { toMoney } from '@mallhive/contracts/money'
import { OrdersService, OrderStatus } from '@mallhive/contracts/orders'
import type { ShopRole } from '@mallhive/contracts/roles'
import { testBffContext } from '@mallhive/mfe-kit/bff/testing'
import { expect, test } from 'vitest'
import { appRouter } from '../router.ts'

/** Lists the orders as a member of the shop, over an orders service that returns amounts to all roles but packers. */
function listAs(role: ShopRole) {
  const part = {
    id: 'p1',
    orderNumber: 'MH-1',
    status: OrderStatus.PAID,
    lines: [{ sku: 'LAMP', quantity: 2 }],
    shippingMethodId: 'express',
    address: {
      name: 'Ada Byron',
      line1: 'Gartenstraße 4',
      city: 'Berlin',
      postcode: '10115',
      country: 'DE',
    },
  }
  const itemsTotal = role === 'packer' ? undefined : toMoney(8_900, 'EUR')
  const services = createRouterTransport(({ service }) =>
    service(OrdersService, { listSellerOrders: () => ({ subOrders: [{ ...part, itemsTotal }] }) }),
  )
  const memberships = [{ shopId: 's1', role }]
  const context = testBffContext({
    client: (service) => createClient(service, services),
    actor: { kind: 'account', id: 'u1', name: '', email: '', memberships, platformRoles: [] },
  })
  return appRouter.createCaller(context).listOrders({})
}

test('a packer sees the orders, how many to pack and how they are shipped, and no amounts of money', async () => {
  const page = await listAs('packer')
  expect(page.figures).toMatchObject({ ordersToSend: 1, piecesToSend: 2, recentSales: null })
  const shown = { number: 'MH-1', lines: [{ sku: 'LAMP', quantity: 2 }], shippingMethodId: 'express' }
  expect(page.orders).toMatchObject([{ ...shown, total: null }])
  expect(JSON.stringify(page)).not.toMatch(/minor|currency/)
})

test.each(['owner', 'manager'] as const)('a shop’s %s sees amounts', async (role) => {
  const { figures, orders } = await listAs(role)
  expect(orders).toMatchObject([{ total: { minor: 8_900, currency: 'EUR' } }])
  expect(figures.recentSales).not.toBeNull()
})

test('an address names its country in words, as it stands on a parcel', async () => {
  const { orders } = await listAs('packer')
  expect(orders[0]?.shipTo).toEqual({
    name: 'Ada Byron',
    street: 'Gartenstraße 4',
    place: '10115 Berlin, Germany',
  })
})
