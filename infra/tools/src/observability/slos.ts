import { anyOf, scrapedParts } from './parts.ts'

/** What shoppers may expect: at most `1 - objective` of all events are bad. */
export interface Slo {
  /** Names the records `slo:<name>:error_ratio:<window>`. */
  name: string
  /** Begins the names of its alerts. */
  alert: string
  objective: number
  /** The label by which it is kept, each value with a budget of its own. */
  by?: string
  what: string
  /** Rates of the events, by these labels. */
  bad: (window: string, by: string) => string
  total: (window: string, by: string) => string
  /** Whether a canary is judged by it: then it is recorded by `revision`, too, a label of the pods of a rollout. */
  judgesCanaries?: true
  /** Series by which both of its alerts fire, and by which neither does. */
  test: { labels: Record<string, string>; failing: Record<string, string>; healthy: Record<string, string> }
}

const http = 'http_server_duration_seconds'
const rpc = 'rpc_server_duration_seconds'
const failedRpc = 'code=~"internal|unknown|unavailable|deadline_exceeded|data_loss|unimplemented"'
const failedHttp = 'status=~"5.."'
/** Requests that wait on purpose. */
const waits = 'route!="/changes"'
const rate = (selector: string, window: string) => `rate(${selector}[${window}])`

/** Requests of a part, by HTTP and by RPC. */
const requests = (window: string, by: string, [ofHttp, ofRpc] = ['', '']) =>
  `sum by (${by}) (${rate(`${http}_count{${ofHttp}}`, window)} or ${rate(`${rpc}_count{${ofRpc}}`, window)})`

/** Upper bounds of histograms, as kinds of parts promise them. Pages wait for their BFFs, BFFs for services. */
const promised = { service: '0.25', bff: '0.5', shell: '1', edge: '1' } as const

const slowest = (window: string, by: string) =>
  Object.entries(promised)
    .map(([kind, le]) => {
      const parts = `part=~"${anyOf(scrapedParts.filter((part) => part.kind === kind))}"`
      return requests(window, by, [`${parts},${waits}`, parts]).concat(
        ` - sum by (${by}) (${rate(`${http}_bucket{${parts},${waits},le="${le}"}`, window)} or ${rate(`${rpc}_bucket{${parts},le="${le}"}`, window)})`,
      )
    })
    .join(' or ')

// Events of tests: in all, of some, of none, a minute.
const [many, few, none] = ['0+100x100', '0+10x100', '0x100']

export const slos: Slo[] = [
  {
    name: 'availability',
    alert: 'Availability',
    objective: 0.999,
    by: 'part',
    what: 'requests that a part answers with an error of its own',
    judgesCanaries: true,
    bad: (window, by) => requests(window, by, [failedHttp, failedRpc]),
    total: (window, by) => requests(window, by),
    test: {
      labels: { part: 'orders' },
      failing: {
        [`${rpc}_count{part="orders",code="internal"}`]: many,
        [`${rpc}_count{part="orders",code="ok"}`]: few,
      },
      healthy: {
        [`${rpc}_count{part="orders",code="internal"}`]: none,
        [`${rpc}_count{part="orders",code="ok"}`]: many,
      },
    },
  },
  {
    name: 'latency',
    alert: 'Latency',
    objective: 0.95,
    by: 'part',
    what: 'requests that take longer than their part promises',
    judgesCanaries: true,
    bad: slowest,
    total: (window, by) => requests(window, by, [waits, '']),
    test: {
      labels: { part: 'orders' },
      failing: { [`${rpc}_count{part="orders"}`]: many, [`${rpc}_bucket{part="orders",le="0.25"}`]: few },
      healthy: { [`${rpc}_count{part="orders"}`]: many, [`${rpc}_bucket{part="orders",le="0.25"}`]: many },
    },
  },
  {
    name: 'order_success',
    alert: 'OrderSuccess',
    objective: 0.98,
    what: 'checkouts that end without an order for no reason of the shopper’s',
    bad: (window) =>
      `sum(${rate('checkout_transitions_total{state=~"failed|capture_refused",failure=~"|expired"}', window)})`,
    total: (window) =>
      `sum(${rate('checkout_transitions_total{state=~"done|failed|capture_refused"}', window)})`,
    test: {
      labels: {},
      failing: {
        'checkout_transitions_total{state="failed",failure="expired"}': many,
        'checkout_transitions_total{state="done"}': few,
      },
      healthy: {
        'checkout_transitions_total{state="failed",failure="expired"}': none,
        'checkout_transitions_total{state="done"}': many,
      },
    },
  },
  {
    name: 'event_lag',
    alert: 'EventLag',
    objective: 0.99,
    by: 'consumer',
    what: 'events that a consumer has not handled within 30 seconds',
    bad: (window) =>
      `sum by (consumer) (${rate('event_age_seconds_count', window)}) - sum by (consumer) (${rate('event_age_seconds_bucket{outcome="handled",le="30"}', window)})`,
    total: (window) => `sum by (consumer) (${rate('event_age_seconds_count', window)})`,
    test: {
      labels: { consumer: 'search' },
      failing: {
        'event_age_seconds_count{consumer="search",outcome="handled"}': many,
        'event_age_seconds_bucket{consumer="search",outcome="handled",le="30"}': few,
      },
      healthy: {
        'event_age_seconds_count{consumer="search",outcome="handled"}': many,
        'event_age_seconds_bucket{consumer="search",outcome="handled",le="30"}': many,
      },
    },
  },
  {
    name: 'release_health',
    alert: 'ReleaseHealth',
    objective: 0.995,
    by: 'mfe',
    what: 'documents in which a micro frontend fails on the server',
    bad: (window) => `sum by (mfe) (${rate('mall_document_remotes_total{outcome="failed"}', window)})`,
    total: (window) => `sum by (mfe) (${rate('mall_document_remotes_total', window)})`,
    test: {
      labels: { mfe: 'cart' },
      failing: {
        'mall_document_remotes_total{mfe="cart",outcome="failed"}': many,
        'mall_document_remotes_total{mfe="cart",outcome="whole"}': few,
      },
      healthy: {
        'mall_document_remotes_total{mfe="cart",outcome="failed"}': none,
        'mall_document_remotes_total{mfe="cart",outcome="whole"}': many,
      },
    },
  },
]

/** Windows of the records, from that of a canary's analysis to that of the slowest alert. */
export const windows = ['2m', '5m', '30m', '1h', '2h', '6h', '1d', '3d']

/** Returns the record of an SLO's share of bad events. */
export const ratio = ({ name }: Pick<Slo, 'name'>, window: string): string =>
  `slo:${name}:error_ratio:${window}`

/** Returns the share of bad events. It is 0 without bad ones, and has no value without any event. */
export function ratioOf({ bad, total, by = '' }: Slo, window: string, labels = by): string {
  const all = total(window, labels)
  return `((${bad(window, labels)}) or 0 * (${all})) / (${all} > 0)`
}
