import { type Dashboard, greatest, p95, rate } from '../panel.ts'

/** Events, from the outbox to their handling. */
export const queuesDashboard: Dashboard = {
  uid: 'queues',
  title: 'Queues',
  rows: [
    {
      title: 'Sent',
      panels: [
        rate('Published', 'events_published_total', 'type', 'ops'),
        greatest('Oldest unsent event', 'outbox_backlog_age_seconds', 'topic', 's'),
      ],
    },
    {
      title: 'Handled',
      panels: [
        rate('Handled', 'event_age_seconds_count', 'consumer, outcome', 'ops'),
        p95('From the event to its handling, p95', 'event_age_seconds', 'outcome="handled"', 'consumer'),
        greatest('Age of the event last handled', 'consumer_lag_seconds', 'consumer', 's'),
      ],
    },
    {
      title: 'Waiting',
      panels: [
        greatest('Messages in queues', 'queue_messages', 'consumer'),
        greatest('Dead letters', 'dead_letters', 'consumer'),
      ],
    },
  ],
}
