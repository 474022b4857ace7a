/**
 * CPU time of operations, in ms, as the benches measured them. A part's figure is its own; the local edge is left out, because
 * CloudFront stands there in production.
 */
export const measured = {
  on: '2026-11-28',
  conditions:
    'one machine of two shared cores, otherwise quiet, Node 26, PostgreSQL 18 with durability off, 8 clients; `npm run bench -- ssr`, `api` and `search`',
  /** Pages by kind: `fresh` with remembered answers but a rendered document, `kept` from the document cache. */
  pages: {
    home: { fresh: 6.1, kept: 0.39, signedIn: 10 },
    category: { fresh: 12.3, kept: 0.77, signedIn: 13.7 },
    search: { fresh: 12.3, kept: 12.3, signedIn: 13.7 },
    product: { fresh: 6.3, kept: 0.39, signedIn: 10.4 },
    cart: { fresh: 3.9, kept: 3.9, signedIn: 10 },
  },
  /** Shares of a page's time; those of the product page stand for all. The rest is the edge's. */
  pageShares: {
    fresh: { shell: 0.87, services: 0.05, postgres: 0.007, redis: 0.001 },
    kept: { shell: 0.46, services: 0.08, postgres: 0.005, redis: 0.001 },
    signedIn: { shell: 0.69, services: 0.23, postgres: 0.006, redis: 0.01 },
  },
  cartAdd: 2.05,
  /** From the start of a checkout to its mails, in all and its last step, placing. */
  journey: 37.5,
  order: 19.7,
  /** Shares of a journey without its last step, and of a call of the cart; those of the last step. */
  callShares: { services: 0.69, postgres: 0.22, redis: 0.01 },
  orderShares: { services: 0.63, postgres: 0.32, redis: 0.01 },
  /** A search with its facets, by the products in the index; half of it is taken as that of the index's engine, which is not measured apart. */
  search: { 408: 2.7, 100_000: 26.5 },
  searchShares: { services: 0.5, index: 0.5 },
} as const
