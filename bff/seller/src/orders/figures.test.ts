import { create } from '@bufbuild/protobuf'
import { timestampFromMs } from '@bufbuild/protobuf/wkt'
import { toMoney } from '@mallhive/contracts/money'
import { OrderStatus, SubOrderSchema } from '@mallhive/contracts/orders'
import { expect, test } from 'vitest'
import { figuresOf } from './figures.ts'

const nowMs = Date.UTC(2026, 0, 31)
const order = (status: OrderStatus, daysAgo: number, minor: number, currency = 'EUR', quantity = 1) =>
  create(SubOrderSchema, {
    status,
    placedAt: timestampFromMs(nowMs - daysAgo * 86_400_000),
    itemsTotal: toMoney(minor, currency),
    lines: [{ quantity }],
  })

test('paid orders of any age count as to be sent; recent, uncancelled orders count as sales, by currency', () => {
  const orders = [
    order(OrderStatus.PAID, 1, 1000, 'EUR', 2),
    order(OrderStatus.PAID, 40, 700, 'EUR', 3),
    order(OrderStatus.SHIPPED, 2, 500, 'USD'),
    order(OrderStatus.DELIVERED, 29, 250),
    order(OrderStatus.CANCELLED, 1, 9999),
  ]
  expect(figuresOf(orders, { complete: true, amounts: true, nowMs })).toEqual({
    days: 30,
    ordersToSend: 2,
    piecesToSend: 5,
    recentOrders: 3,
    recentSales: [
      { minor: 1250, currency: 'EUR' },
      { minor: 500, currency: 'USD' },
    ],
    atLeast: false,
  })
})

test('a shop without orders has zeroes', () => {
  expect(figuresOf([], { complete: true, amounts: true, nowMs })).toMatchObject({
    ordersToSend: 0,
    recentSales: [],
  })
})
