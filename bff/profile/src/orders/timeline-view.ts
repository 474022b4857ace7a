import { timestampDate } from '@bufbuild/protobuf/wkt'
import { type TimelineEntry, TimelineKind } from '@mallhive/contracts/orders'

const statuses = {
  [TimelineKind.UNSPECIFIED]: undefined,
  [TimelineKind.ORDER_PLACED]: 'placed',
  [TimelineKind.PAYMENT_CAPTURED]: 'paid',
  [TimelineKind.PAYMENT_REFUSED]: 'unpaid',
} as const

/** Returns the timeline of an order. Entries of a kind that this release does not know are left out. */
export const toTimeline = (entries: TimelineEntry[]) =>
  entries.flatMap(({ at, kind }) => {
    const status = statuses[kind]
    return status && at ? [{ at: timestampDate(at).toISOString(), status }] : []
  })
