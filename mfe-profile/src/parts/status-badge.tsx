import type { Status } from '@mallhive/bff-profile/router'
import { Badge } from '@mallhive/design-system'
import { useMessages } from '../messages.ts'

const tones = {
  placed: 'neutral',
  unpaid: 'berry',
  paid: 'honey',
  shipped: 'leaf',
  delivered: 'leaf',
  cancelled: 'berry',
} as const

export function StatusBadge({ status }: { status: Status }) {
  const t = useMessages()
  return <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>
}
