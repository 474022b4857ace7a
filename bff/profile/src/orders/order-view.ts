import { timestampDate } from '@bufbuild/protobuf/wkt'
import type { Address } from '@mallhive/contracts/address'
import { defaultCurrency } from '@mallhive/contracts/currencies'
import { type Money, minorOf } from '@mallhive/contracts/money'
import { foreignLang } from '@mallhive/mfe-kit/bff/foreign-lang'
import { type ChosenOptionView, toChosenOptions } from '@mallhive/mfe-kit/bff/chosen-options'
import {
  type Order,
  type OrderLine,
  OrderStatus,
  PaymentState,
  type SubOrder,
} from '@mallhive/contracts/orders'
import { toTimeline } from './timeline-view.ts'

/** `unpaid`: the payment was authorised when the order was placed, and its capture was refused. */
export type Status = 'placed' | 'unpaid' | 'paid' | 'shipped' | 'delivered' | 'cancelled'
export type AmountView = { minor: number; currency: string }
export type OrderCardView = ReturnType<typeof toOrderCard>
export type OrderView = ReturnType<typeof toOrderView>
export type SubOrderView = OrderView['subOrders'][number]
export type OrderLineView = {
  sku: string
  title: string
  /** The language of the title, where it is not the page's. */
  lang?: string
  options: ChosenOptionView[]
  href?: string
  imagePath: string
  hue: number
  quantity: number
  total: AmountView
}

export function toOrderCard(order: Order, pageLang: string) {
  const lines = order.subOrders.flatMap((subOrder) => subOrder.lines)
  return {
    number: order.number,
    status: whereItIs(order),
    placedAt: isoOf(order.placedAt),
    total: amount(order.totals?.total),
    itemCount: lines.reduce((sum, line) => sum + line.quantity, 0),
    lines: lines.slice(0, 5).map((line) => toLine(line, pageLang)),
  }
}

export function toOrderView(order: Order, { locale, lang: pageLang }: { locale: string; lang: string }) {
  const { totals } = order
  return {
    number: order.number,
    status: whereItIs(order),
    placedAt: isoOf(order.placedAt),
    email: order.email,
    address: toAddressLines(order.address, locale),
    shippingMethodId: order.shipping?.id ?? '',
    paymentLabel: order.paymentLabel,
    subOrders: order.subOrders.map((subOrder) => toSubOrder(subOrder, whereItIs(order), pageLang)),
    timeline: toTimeline(order.timeline),
    totals: {
      items: amount(totals?.items),
      discount: amount(totals?.discount),
      shipping: amount(totals?.shipping),
      tax: amount(totals?.tax),
      total: amount(totals?.total),
      taxIncluded: totals?.taxIncluded ?? true,
    },
  }
}

function toSubOrder(subOrder: SubOrder, whole: Status, pageLang: string) {
  return {
    id: subOrder.id,
    sellerName: subOrder.sellerName,
    status: whole === 'unpaid' ? whole : statusOf(subOrder.status),
    lines: subOrder.lines.map((line) => toLine(line, pageLang)),
  }
}

function toLine(line: OrderLine, pageLang: string): OrderLineView {
  return {
    sku: line.sku,
    title: line.title,
    lang: foreignLang(line.locale, pageLang),
    options: toChosenOptions(line.options, pageLang),
    href: line.productSlug ? `/p/${line.productSlug}` : undefined,
    imagePath: line.imagePath,
    hue: line.tintHue,
    quantity: line.quantity,
    total: amount(line.total),
  }
}

const whereItIs = ({ status, payment }: Order): Status =>
  payment === PaymentState.REFUSED && status === OrderStatus.PLACED ? 'unpaid' : statusOf(status)

function toAddressLines(address: Address | undefined, locale: string): string[] {
  if (!address) return []
  const { name, line1, line2, postcode, city, region, country } = address
  return [name, line1, line2, `${postcode} ${city}`.trim(), region, countryOf(country, locale)].filter(
    Boolean,
  )
}

function countryOf(code: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return new Intl.DisplayNames([locale], { type: 'region' }).of(code) ?? code
}

function statusOf(status: OrderStatus): Status {
  switch (status) {
    case OrderStatus.PAID:
      return 'paid'
    case OrderStatus.SHIPPED:
      return 'shipped'
    case OrderStatus.DELIVERED:
      return 'delivered'
    case OrderStatus.CANCELLED:
      return 'cancelled'
    default:
      return 'placed'
  }
}

function amount(money: Money | undefined): AmountView {
  return money ? { minor: minorOf(money), currency: money.currency } : { minor: 0, currency: defaultCurrency }
}

function isoOf(at: Order['placedAt']): string {
  return at ? timestampDate(at).toISOString() : ''
}
