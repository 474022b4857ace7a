import type { OrderView, Status } from '@mallhive/bff-profile/router'
import { DateTime, Timeline, type TimelineItem } from '@mallhive/design-system'
import { useShell } from '@mallhive/mfe-kit'
import { useMessages } from '../messages.ts'

const journey: Status[] = ['placed', 'paid', 'shipped', 'delivered']
const stops: Status[] = ['unpaid', 'cancelled']

/** Past steps of an order, then upcoming ones. */
export function OrderTimeline({ order }: { order: OrderView }) {
  const t = useMessages()
  const { locale } = useShell()
  const happened = order.timeline.map((step): TimelineItem => {
    const time = <DateTime iso={step.at} locale={locale} minute />
    const state = stops.includes(step.status) ? 'failed' : 'done'
    return { title: t(`status.${step.status}`), time, description: t(`history.${step.status}`), state }
  })
  const upcoming = ahead(order.status).map((status): TimelineItem => ({
    title: t(`status.${status}`),
    state: 'upcoming',
  }))
  return <Timeline label={t('order.history')} items={[...happened, ...upcoming]} />
}

const ahead = (status: Status): Status[] =>
  stops.includes(status) ? [] : journey.slice(journey.indexOf(status) + 1)
