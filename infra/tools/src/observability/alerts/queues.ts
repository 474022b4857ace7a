import type { Alert } from '../alert.ts'

/** Events that are not sent, not handled, or given up. */
export const queueAlerts: Alert[] = [
  {
    name: 'OutboxBacklog',
    expr: 'max by (topic) (outbox_backlog_age_seconds) > 60',
    for: '2m',
    severity: 'page',
    summary: 'Events of {{ $labels.topic }} have not been published for a minute',
    fires: {
      series: { 'outbox_backlog_age_seconds{topic="mallhive-orders-events"}': '0+30x30' },
      at: 10,
      labels: { topic: 'mallhive-orders-events' },
    },
    silent: {
      series: { 'outbox_backlog_age_seconds{topic="mallhive-orders-events"}': '0x5 90 0x20' },
      at: 20,
    },
  },
  {
    name: 'DeadLetters',
    expr: 'max by (consumer) (dead_letters) > 0',
    for: '1m',
    severity: 'ticket',
    summary: '{{ $labels.consumer }} has given up events, which wait in its dead-letter queue',
    fires: { series: { 'dead_letters{consumer="cart"}': '0x5 1x20' }, at: 10, labels: { consumer: 'cart' } },
    silent: { series: { 'dead_letters{consumer="cart"}': '0x30' }, at: 20 },
  },
  {
    name: 'QueueGrows',
    expr: 'max by (consumer) (queue_messages) > 500 and max by (consumer) (deriv(queue_messages[10m])) > 0',
    for: '5m',
    severity: 'page',
    summary: 'The queue of {{ $labels.consumer }} grows faster than its events are handled',
    fires: {
      series: { 'queue_messages{consumer="search"}': '0+100x40' },
      at: 30,
      labels: { consumer: 'search' },
    },
    silent: { series: { 'queue_messages{consumer="search"}': '2000-100x19 0x20' }, at: 30 },
  },
]
