import { timestampDate } from '@bufbuild/protobuf/wkt'
import type { Address } from '@mallhive/contracts/address'
import { minorOf } from '@mallhive/contracts/money'
import { OrderStatus, type SubOrder } from '@mallhive/contracts/orders'
import { optionsLabel } from '@mallhive/mfe-kit/bff/options-label'

export type Status = 'placed' | 'paid' | 'shipped' | 'delivered' | 'cancelled'
export type OrderRow = ReturnType<typeof toOrderRow>

const statuses: Record<OrderStatus, Status> = {
  [OrderStatus.UNSPECIFIED]: 'placed',
  [OrderStatus.PLACED]: 'placed',
  [OrderStatus.PAID]: 'paid',
  [OrderStatus.SHIPPED]: 'shipped',
  [OrderStatus.DELIVERED]: 'delivered',
  [OrderStatus.CANCELLED]: 'cancelled',
}

/** Returns a table row for a shop's part of an order. @param countries names of countries by code */
export function toOrderRow(order: SubOrder, countries: ReadonlyMap<string, string>) {
  const { address, itemsTotal } = order
  return {
    id: order.id,
    number: order.orderNumber,
    status: statuses[order.status],
    placedAt: order.placedAt ? timestampDate(order.placedAt).toISOString() : '',
    /** Null for members who see no amounts. */
    total: itemsTotal ? { minor: minorOf(itemsTotal), currency: itemsTotal.currency } : null,
    lines: order.lines.map((line) => ({
      sku: line.sku,
      quantity: line.quantity,
      title: line.title,
      variantLabel: optionsLabel(line.options),
    })),
    shipTo: address
      ? {
          name: address.name,
          street: [address.line1, address.line2].filter(Boolean).join(', '),
          place: placeOf(address, countries),
        }
      : null,
  }
}

function placeOf(
  { postcode, city, region, country }: Address,
  countries: ReadonlyMap<string, string>,
): string {
  const place = [postcode, city, region].filter(Boolean).join(' ')
  return `${place}, ${countries.get(country) ?? country}`
}
