/** What the model takes for granted. No mall with shoppers has been measured: replace each by a figure as soon as there is one. */
export const assumptions = {
  /** One visit in forty ends with an order. */
  visitsPerOrder: 40,
  pagesPerVisit: { home: 0.5, category: 1.5, search: 1, product: 3, cart: 0.3 },
  cartAddsPerVisit: 0.2,
  callsPerJourney: 6,
  /** Crawlers ask for as many pages again as this share of the shoppers' pages. */
  crawlers: 0.3,
  signedInShare: 0.15,
  /** Pages of visitors without a session that the document cache has. */
  keptShare: { home: 0.95, category: 0.5, search: 0, product: 0.5, cart: 0 },
  /** The busiest minute of a usual day against the day's mean. A flash sale comes on top. */
  peakFactor: 4,
  /** Of a processor: where the autoscaler adds processes, and how far engines are filled, which answer late beyond. */
  processUtilisation: 0.65,
  engineUtilisation: 0.5,
  /** Products in the catalogue at sizes of the mall, by orders a day. */
  products: { 100: 400, 10_000: 100_000, 1_000_000: 1_000_000 },
  bytesPerOrder: 39_000,
  bytesPerProduct: 40_000,
  yearsKept: 2,
  eventsPerOrder: 12,
  kilobytesPerPage: 180,
  logKilobytesPerPage: 1.5,
  /** Of a node: what Kubernetes, the mesh and the agents take. */
  reservedPerNode: { vcpu: 0.8, gigabytes: 2.5 },
} as const
