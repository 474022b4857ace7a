import { timestampDate } from '@bufbuild/protobuf/wkt'
import { type TimelineEntry, TimelineKind } from '@mallhive/contracts/orders'

const words = {
  [TimelineKind.UNSPECIFIED]: undefined,
  [TimelineKind.ORDER_PLACED]: { status: 'placed', note: 'Order placed' },
  [TimelineKind.PAYMENT_CAPTURED]: { status: 'paid', note: 'Payment received' },
  [TimelineKind.PAYMENT_REFUSED]: {
    status: 'unpaid',
    note: 'The bank declined the payment. You have not been charged. Our team is looking into it.',
  },
} as const

/** Returns the timeline of an order with its texts. Entries of a kind that this release does not know are left out. */
export const toTimeline = (entries: TimelineEntry[]) =>
  entries.flatMap(({ at, kind }) => {
    const worded = words[kind]
    return worded && at ? [{ at: timestampDate(at).toISOString(), ...worded }] : []
  })
