import type { Status } from '@mallhive/bff-profile/router'
import { Badge } from '@mallhive/design-system'

export const statusWords: Record<Status, string> = {
  placed: 'Placed',
  unpaid: 'Not paid',
  paid: 'Paid',
  shipped: 'On its way',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
}

const tones = {
  placed: 'neutral',
  unpaid: 'berry',
  paid: 'honey',
  shipped: 'leaf',
  delivered: 'leaf',
  cancelled: 'berry',
} as const

export function StatusBadge({ status }: { status: Status }) {
  return <Badge tone={tones[status]}>{statusWords[status]}</Badge>
}
