import type { OrderView, Status } from '@mallhive/bff-profile/router'
import { DateTime, Timeline, type TimelineItem } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { statusWords } from './status-badge.tsx'

const journey: Status[] = ['placed', 'paid', 'shipped', 'delivered']
const stops: Status[] = ['unpaid', 'cancelled']

/** Past steps of an order, then upcoming ones. */
export function OrderTimeline({ order }: { order: OrderView }) {
  const { locale } = useShell()
  const happened = order.timeline.map((step): TimelineItem => {
    const time = <DateTime iso={step.at} locale={locale} minute />
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
