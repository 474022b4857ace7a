import type { AddressFields } from '@mallhive/contracts/contact'
import { type Checkout, CheckoutFailure, CheckoutState } from '@mallhive/contracts/orders'
import { minorOf } from '@mallhive/contracts/money'
import { foreignLang } from '@mallhive/mfe-kit/bff/foreign-lang'
import { type ChosenOptionView, toChosenOptions } from '@mallhive/mfe-kit/bff/chosen-options'

export type AddressView = AddressFields

export type LineView = {
  sku: string
  title: string
  /** The language of the title, where it is not the page's. */
  lang?: string
  options: ChosenOptionView[]
  sellerName: string
  imagePath: string
  hue: number
  quantity: number
  totalMinor: number
}

export type TotalsView = {
  itemsMinor: number
  discountMinor: number
  shippingMinor: number
  taxMinor: number
  taxIncluded: boolean
  taxRateBps: number
  totalMinor: number
}

export type CheckoutView = {
  id: string
  state: 'open' | 'placing' | 'challenged' | 'done' | 'unpaid' | 'failed'
  currency: string
  email: string
  address?: AddressView
  shippingMethodId: string
  shippingMethods: { id: string; priceMinor: number; minDays: number; maxDays: number }[]
  hasPayment: boolean
  paymentLabel: string
  lines: LineView[]
  totals: TotalsView
  challengeUrl: string
  failure?: 'out-of-stock' | 'declined' | 'challenge-failed' | 'expired'
  /** Titles of the lines that were sold out. */
  soldOut: string[]
  orderNumber: string
}

const states = {
  [CheckoutState.UNSPECIFIED]: 'placing',
  [CheckoutState.OPEN]: 'open',
  [CheckoutState.PLACING]: 'placing',
  [CheckoutState.CHALLENGED]: 'challenged',
  [CheckoutState.DONE]: 'done',
  [CheckoutState.FAILED]: 'failed',
  [CheckoutState.UNPAID]: 'unpaid',
} as const

const failures = {
  [CheckoutFailure.UNSPECIFIED]: undefined,
  [CheckoutFailure.OUT_OF_STOCK]: 'out-of-stock',
  [CheckoutFailure.DECLINED]: 'declined',
  [CheckoutFailure.CHALLENGE_FAILED]: 'challenge-failed',
  [CheckoutFailure.EXPIRED]: 'expired',
} as const

export function toCheckoutView(checkout: Checkout, pageLang: string): CheckoutView {
  const { id, currency, email, shippingMethodId, paymentLabel, challengeUrl, orderNumber, failedSkus } =
    checkout
  return {
    id,
    state: states[checkout.state],
    currency,
    email,
    address: checkout.address && addressOf(checkout.address),
    shippingMethodId,
    shippingMethods: checkout.shippingMethods.map(({ id: methodId, price, minDays, maxDays }) => ({
      id: methodId,
      priceMinor: minorOf(price),
      minDays,
      maxDays,
    })),
    hasPayment: checkout.paymentMethod !== '',
    paymentLabel,
    lines: checkout.lines.map((line) => lineOf(line, pageLang)),
    totals: totalsOf(checkout.totals),
    challengeUrl,
    failure: failures[checkout.failure],
    soldOut: checkout.lines.filter(({ sku }) => failedSkus.includes(sku)).map(({ title }) => title),
    orderNumber,
  }
}

export const addressOf = ({
  name,
  line1,
  line2,
  city,
  region,
  postcode,
  country,
  phone,
}: AddressView): AddressView => ({
  name,
  line1,
  line2,
  city,
  region,
  postcode,
  country,
  phone,
})

const lineOf = (line: Checkout['lines'][number], pageLang: string): LineView => ({
  sku: line.sku,
  title: line.title,
  lang: foreignLang(line.locale, pageLang),
  options: toChosenOptions(line.options, pageLang),
  sellerName: line.sellerName,
  imagePath: line.imagePath,
  hue: line.tintHue,
  quantity: line.quantity,
  totalMinor: minorOf(line.total),
})

const totalsOf = (totals: Checkout['totals']): TotalsView => ({
  itemsMinor: minorOf(totals?.items),
  discountMinor: minorOf(totals?.discount),
  shippingMinor: minorOf(totals?.shipping),
  taxMinor: minorOf(totals?.tax),
  taxIncluded: totals?.taxIncluded ?? true,
  taxRateBps: totals?.taxRateBps ?? 0,
  totalMinor: minorOf(totals?.total),
})
