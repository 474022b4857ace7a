import { type Dashboard, p95, panel, processPanels, rate } from '../panel.ts'
import { ratio, slos } from '../slos.ts'

const http = 'http_server_duration_seconds'

/** Whether the mall is open, at a glance. */
export const mallDashboard: Dashboard = {
  uid: 'mall',
  title: 'The mall',
  rows: [
    {
      title: 'Service levels, share of bad events in an hour',
      panels: slos.map((slo) =>
        panel(slo.alert, 'percentunit', ratio(slo, '1h'), slo.by ? `{{${slo.by}}}` : 'all'),
      ),
    },
    {
      title: 'Shoppers',
      panels: [
        rate('Requests at the edge', `${http}_count{part="edge"}`, 'route'),
        rate('Their statuses', `${http}_count{part="edge"}`, 'status'),
        p95('Time to an answer, p95', http, 'part="edge",route!="/_mall/beacon"', 'route'),
      ],
    },
    {
      title: 'Business',
      panels: [
        rate(
          'Orders',
          'events_published_total{type=~"mallhive.orders.v1.Order(Placed|Paid)"}',
          'type',
          'ops',
        ),
        rate(
          'Ends of checkouts',
          'checkout_transitions_total{state=~"done|failed|capture_refused"}',
          'state, failure',
          'ops',
        ),
        rate('Searches', 'search_answers_total', 'found', 'ops'),
        rate(
          'Carts',
          'rpc_server_duration_seconds_count{part="cart",service=~".*CartService"}',
          'method',
          'ops',
        ),
      ],
    },
    {
      title: 'Processes',
      panels: [panel('Running', 'short', 'sum by (part) (up{part!=""})', '{{part}}'), ...processPanels()],
    },
  ],
}
