import type { Alert } from '../alert.ts'

const placed = 'events_published_total{topic="mallhive-orders-events",type="mallhive.orders.v1.OrderPlaced"}'
const visits = 'http_server_duration_seconds_count{part="shell"}'
const declined = 'checkout_transitions_total{state="failed",failure="declined"}'
const ended = 'checkout_transitions_total{state=~"done|failed"}'
const reserves = 'rpc_server_duration_seconds_count{part="cart",method="Reserve"}'
const soldOut = 'rpc_refusals_total{part="cart",reason="OUT_OF_STOCK"}'
const searches = 'rpc_server_duration_seconds_count{part="search",method="Search"}'
const failedSearches =
  'rpc_server_duration_seconds_count{part="search",method="Search",code=~"internal|unknown|unavailable|deadline_exceeded"}'

/** What the people who run the mall notice before its engineers do. */
export const businessAlerts: Alert[] = [
  {
    name: 'NoOrders',
    expr: `sum(increase(${placed}[1h])) == 0 and sum(rate(${visits}[1h])) > 5`,
    for: '10m',
    severity: 'page',
    summary: 'Shoppers visit the mall, and none has placed an order for an hour',
    fires: { series: { [placed]: '7x200', [visits]: '0+600x200' }, at: 120 },
    silent: { series: { [placed]: '0+1x200', [visits]: '0+600x200' }, at: 120 },
  },
  {
    name: 'PaymentsDeclined',
    expr: `sum(rate(${declined}[15m])) / sum(rate(${ended}[15m])) > 0.3 and sum(increase(${ended}[15m])) > 20`,
    for: '5m',
    severity: 'page',
    summary: 'Nearly every third payment is declined',
    fires: { series: { [declined]: '0+5x60', 'checkout_transitions_total{state="done"}': '0+5x60' }, at: 40 },
    silent: {
      series: { [declined]: '0+1x60', 'checkout_transitions_total{state="done"}': '0+9x60' },
      at: 40,
    },
  },
  {
    name: 'CaptureRefused',
    expr: 'max(checkouts_capture_refused) > 0',
    for: '1m',
    severity: 'ticket',
    summary: 'An order was placed, and its payment cannot be captured',
    fires: { series: { checkouts_capture_refused: '0x5 1x20' }, at: 10 },
    silent: { series: { checkouts_capture_refused: '0x30' }, at: 20 },
  },
  {
    name: 'CheckoutsOverdue',
    expr: 'max(checkouts_overdue_seconds) > 120',
    for: '2m',
    severity: 'page',
    summary: 'Checkouts of shoppers stand still',
    fires: { series: { checkouts_overdue_seconds: '0+60x30' }, at: 10 },
    silent: { series: { checkouts_overdue_seconds: '0x5 150 0x20' }, at: 20 },
  },
  {
    name: 'StockOuts',
    expr: `(sum(rate(${soldOut}[30m])) or 0 * sum(rate(${reserves}[30m]))) / (sum(rate(${reserves}[30m])) > 0) > 0.05`,
    for: '15m',
    severity: 'ticket',
    summary: 'More than 5 % of reservations fail because goods are out of stock',
    fires: { series: { [soldOut]: '0+1x120', [reserves]: '0+10x120' }, at: 60 },
    silent: { series: { [soldOut]: '0+1x120', [reserves]: '0+100x120' }, at: 60 },
  },
  {
    name: 'SearchFindsNothing',
    expr: 'sum(rate(search_answers_total{found="none"}[30m])) / sum(rate(search_answers_total[30m])) > 0.4 and sum(increase(search_answers_total[30m])) > 50',
    for: '15m',
    severity: 'ticket',
    summary: 'More than 40 % of searches find nothing',
    runbook: 'search-report',
    fires: {
      series: {
        'search_answers_total{found="none"}': '0+5x120',
        'search_answers_total{found="some"}': '0+5x120',
      },
      at: 60,
    },
    silent: {
      series: {
        'search_answers_total{found="none"}': '0+1x120',
        'search_answers_total{found="some"}': '0+9x120',
      },
      at: 60,
    },
  },
  {
    name: 'SearchDown',
    expr: `(sum(rate(${failedSearches}[5m])) or 0 * sum(rate(${searches}[5m]))) / (sum(rate(${searches}[5m])) > 0) > 0.5`,
    for: '1m',
    severity: 'page',
    summary: 'Most searches fail; category and shop lists come from the catalogue meanwhile',
    runbook: 'search-index',
    fires: {
      series: {
        'rpc_server_duration_seconds_count{part="search",method="Search",code="unavailable"}': '0+9x30',
        'rpc_server_duration_seconds_count{part="search",method="Search",code="ok"}': '0+1x30',
      },
      at: 10,
    },
    silent: {
      series: {
        'rpc_server_duration_seconds_count{part="search",method="Search",code="unavailable"}': '0+1x30',
        'rpc_server_duration_seconds_count{part="search",method="Search",code="ok"}': '0+9x30',
      },
      at: 20,
    },
  },
  {
    name: 'DeliveriesDead',
    expr: 'max(deliveries_dead) > 0',
    for: '1m',
    severity: 'ticket',
    summary: 'Messages to shoppers were given up',
    runbook: 'dead-letters',
    fires: { series: { deliveries_dead: '0x5 2x20' }, at: 10 },
    silent: { series: { deliveries_dead: '0x30' }, at: 20 },
  },
]
