import type { OrderView, Status } from '@mallhive/bff-profile/router'
import { Timeline, type TimelineItem } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { minuteOf } from '../dates.ts'
import { statusWords } from './status-badge.tsx'

const journey: Status[] = ['placed', 'paid', 'shipped', 'delivered']
const stops: Status[] = ['unpaid', 'cancelled']

/** Past steps of an order, then upcoming ones. */
export function OrderTimeline({ order }: { order: OrderView }) {
  const { locale } = useShell()
  const happened = order.timeline.map((step): TimelineItem => {
    const time = { iso: step.at, label: minuteOf(step.at, locale) }
    const state = stops.includes(step.status) ? 'failed' : 'done'
    return { title: statusWords[step.status], time, description: step.note || undefined, state }
  })
  return <Timeline label="Order history" items={[...happened, ...ahead(order.status)]} />
}

function ahead(status: Status): TimelineItem[] {
  if (stops.includes(status)) return []
  return journey
    .slice(journey.indexOf(status) + 1)
    .map((step): TimelineItem => ({ title: statusWords[step], state: 'upcoming' }))
}
