import { type Dashboard, greatest, latency, p95, panel, rate } from '../panel.ts'

/** From a filled cart to a captured payment. */
export const checkoutDashboard: Dashboard = {
  uid: 'checkout',
  title: 'Checkout',
  rows: [
    {
      title: 'Outcome',
      panels: [
        rate(
          'Ends',
          'checkout_transitions_total{state=~"done|failed|capture_refused"}',
          'state, failure',
          'ops',
        ),
        rate('States', 'checkout_transitions_total', 'state', 'ops'),
        panel(
          'Share of orders',
          'percentunit',
          'sum(rate(checkout_transitions_total{state="done"}[1h])) / sum(rate(checkout_transitions_total{state=~"done|failed|capture_refused"}[1h]))',
          'orders among ended checkouts',
        ),
        rate('Repeated steps', 'checkout_step_failures_total', 'state', 'ops'),
      ],
    },
    {
      title: 'Calls',
      panels: [
        rate('Orders: RPCs', 'rpc_server_duration_seconds_count{part="orders"}', 'method, code'),
        p95('Orders: time, p95', 'rpc_server_duration_seconds', 'part="orders"', 'method'),
        latency('Placing an order', 'rpc_server_duration_seconds', 'part="orders",method="PlaceOrder"'),
        rate('Payments: RPCs', 'rpc_server_duration_seconds_count{part="payments"}', 'method, code'),
        p95('Payments: time, p95', 'rpc_server_duration_seconds', 'part="payments"', 'method'),
        rate(
          'Stock: RPCs',
          'rpc_server_duration_seconds_count{part="cart",method=~"Reserve|Commit|Release"}',
          'method, code',
        ),
        rate('Refusals', 'rpc_refusals_total{part=~"orders|payments|cart"}', 'part, reason', 'ops'),
      ],
    },
    {
      title: 'What waits',
      panels: [
        greatest('Oldest overdue checkout', 'checkouts_overdue_seconds', 'part', 's'),
        greatest('Refused captures', 'checkouts_capture_refused', 'part'),
        greatest('Oldest overdue message to a shopper', 'deliveries_overdue_seconds', 'part', 's'),
        greatest('Messages given up', 'deliveries_dead', 'part'),
      ],
    },
  ],
}
