import { create } from '@bufbuild/protobuf'
import { timestampFromDate } from '@bufbuild/protobuf/wkt'
import { type Checkout, CheckoutFailure, CheckoutSchema, CheckoutState } from '@mallhive/contracts/orders'
import type { Row } from '../machine/advance.ts'
import { toAddress, toLine, toShipping, toTotals } from '../order/view.ts'
import { shippingMethods } from '../pricing/shipping-methods.ts'
import { quote } from '../pricing/price.ts'
import type { Totals } from '../pricing/totals.ts'

export const failures = {
  out_of_stock: CheckoutFailure.OUT_OF_STOCK,
  declined: CheckoutFailure.DECLINED,
  challenge_failed: CheckoutFailure.CHALLENGE_FAILED,
  expired: CheckoutFailure.EXPIRED,
}

const states: Record<Row['state'], CheckoutState> = {
  open: CheckoutState.OPEN,
  reserving: CheckoutState.PLACING,
  authorising: CheckoutState.PLACING,
  challenged: CheckoutState.CHALLENGED,
  placing: CheckoutState.PLACING,
  capturing: CheckoutState.PLACING,
  capture_refused: CheckoutState.UNPAID,
  voiding: CheckoutState.PLACING,
  releasing: CheckoutState.PLACING,
  done: CheckoutState.DONE,
  failed: CheckoutState.FAILED,
}

/** Returns the agreed totals, or the current ones before placement. */
export const totalsOf = (row: Row): Totals =>
  row.totals ??
  quote({
    currency: row.currency,
    lines: row.lines,
    country: row.address?.country ?? '',
    shippingMethodId: row.shippingMethodId,
  })

export function toCheckout(row: Row): Checkout {
  const { currency } = row
  const sums = totalsOf(row)
  const lapsed = isLapsed(row)
  const failure = lapsed ? 'expired' : row.failure
  return create(CheckoutSchema, {
    id: row.id,
    state: lapsed ? CheckoutState.FAILED : states[row.state],
    currency,
    email: row.email,
    address: row.address ? toAddress(row.address) : undefined,
    shippingMethodId: row.shippingMethodId,
    shippingMethods: shippingMethods(row.address?.country ?? '', currency, sums.itemsMinor).map((method) =>
      toShipping(method, currency),
    ),
    paymentMethod: row.paymentMethod,
    paymentLabel: row.paymentLabel,
    lines: row.lines.map((line) => toLine(line, currency)),
    totals: toTotals(sums, currency),
    challengeUrl: row.state === 'challenged' ? row.challengeUrl : '',
    failure: failure ? failures[failure] : CheckoutFailure.UNSPECIFIED,
    failedSkus: row.failedSkus,
    // Hidden while the checkout is in progress, because the order may never be placed.
    orderNumber: row.state === 'done' || row.state === 'capture_refused' ? row.orderNumber : '',
    expiresAt: timestampFromDate(row.expiresAt),
  })
}

/** Returns whether an open checkout has expired: its prices and stock are stale. */
export const isLapsed = (row: Row): boolean => row.state === 'open' && row.expiresAt.getTime() < Date.now()
