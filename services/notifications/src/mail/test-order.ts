import { create } from '@bufbuild/protobuf'
import { type Timestamp, timestampFromDate } from '@bufbuild/protobuf/wkt'
import { toMoney } from '@mallhive/contracts/money'
import { type Order, OrderSchema, type OrderStatus } from '@mallhive/contracts/orders'

interface Changes {
  number?: string
  email?: string
  locale?: string
  address?: { name?: string; line1?: string }
  status?: OrderStatus
  placedAt?: Timestamp
}

/** Returns an order of two products from one shop, with a test's changes. */
export function testOrder(changes: Changes = {}): Order {
  const line = (title: string, quantity: number, total: number) => ({
    title,
    locale: 'en',
    quantity,
    productSlug: 'a-mug',
    imagePath: 'products/a-mug',
    tintHue: 150,
    options: [{ label: 'Colour', value: 'Clay' }],
    total: toMoney(total, 'EUR'),
  })
  return create(OrderSchema, {
    number: 'MH-1001',
    email: 'ada@example.test',
    locale: 'en-IE',
    paymentLabel: 'Visa •••• 4242',
    placedAt: timestampFromDate(new Date('2026-11-27T12:00:00Z')),
    address: {
      name: 'Ada Lovelace',
      line1: '1 Mill Lane',
      line2: 'Flat 7',
      postcode: 'ME1',
      city: 'Rochester',
      region: 'Kent',
      country: 'GB',
    },
    shipping: { id: 'standard', minDays: 2, maxDays: 4 },
    subOrders: [{ sellerName: 'Clay & Co', lines: [line('A mug', 2, 2400), line('A plate', 1, 1850)] }],
    totals: {
      items: toMoney(4250, 'EUR'),
      discount: toMoney(425, 'EUR'),
      shipping: toMoney(490, 'EUR'),
      tax: toMoney(689, 'EUR'),
      taxIncluded: true,
      taxRateBps: 1900,
      total: toMoney(4315, 'EUR'),
    },
    ...changes,
  })
}
