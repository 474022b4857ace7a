import { timestampDate } from '@bufbuild/protobuf/wkt'
import type { Address } from '@mallhive/contracts/address'
import { minorOf } from '@mallhive/contracts/money'
import { OrderStatus, type SubOrder } from '@mallhive/contracts/orders'
import { foreignLang } from '@mallhive/mfe-kit/bff/foreign-lang'
import { type ChosenOptionView, toChosenOptions } from '@mallhive/mfe-kit/bff/chosen-options'

export type Status = 'placed' | 'paid' | 'shipped' | 'delivered' | 'cancelled'
type LineView = {
  sku: string
  quantity: number
  title: string
  /** The language of the title, where it is not the page's. */
  lang?: string
  options: ChosenOptionView[]
}

export type OrderRow = ReturnType<typeof toOrderRow>

const statuses: Record<OrderStatus, Status> = {
  [OrderStatus.UNSPECIFIED]: 'placed',
  [OrderStatus.PLACED]: 'placed',
  [OrderStatus.PAID]: 'paid',
  [OrderStatus.SHIPPED]: 'shipped',
  [OrderStatus.DELIVERED]: 'delivered',
  [OrderStatus.CANCELLED]: 'cancelled',
}

/**
 * Returns a table row for a shop's part of an order.
 * @param countries names of countries by code
 * @param pageLang the page's language
 */
export function toOrderRow(order: SubOrder, countries: ReadonlyMap<string, string>, pageLang: string) {
  const { address, itemsTotal } = order
  return {
    id: order.id,
    number: order.orderNumber,
    status: statuses[order.status],
    placedAt: order.placedAt ? timestampDate(order.placedAt).toISOString() : '',
    /** Null for members who see no amounts. */
    total: itemsTotal ? { minor: minorOf(itemsTotal), currency: itemsTotal.currency } : null,
    /** Empty in answers of an orders service that does not say it. */
    shippingMethodId: order.shippingMethodId,
    lines: order.lines.map((line): LineView => ({
      sku: line.sku,
      quantity: line.quantity,
      title: line.title,
      lang: foreignLang(line.locale, pageLang),
      options: toChosenOptions(line.options, pageLang),
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
