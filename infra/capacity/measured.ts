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
    home: { fresh: 6.1, kept: 0.36, signedIn: 9 },
    category: { fresh: 12.3, kept: 0.61, signedIn: 12.7 },
    // Not measured: taken as the category's, and never from the cache.
    search: { fresh: 12.3, kept: 12.3, signedIn: 12.7 },
    product: { fresh: 6.3, kept: 0.39, signedIn: 8.3 },
    cart: { fresh: 3.9, kept: 3.9, signedIn: 10 },
  },
  /** Shares of a page's time; those of the product page stand for all. The rest is the edge's. */
  pageShares: {
    fresh: { shell: 0.89, services: 0.03, postgres: 0.006, redis: 0 },
    kept: { shell: 0.49, services: 0.05, postgres: 0, redis: 0 },
    signedIn: { shell: 0.72, services: 0.21, postgres: 0.006, redis: 0.01 },
  },
  cartAdd: 2.05,
  /** From the start of a checkout to its mails, in all and its last step, placing. */
  journey: 37.5,
  order: 19.7,
  /** Shares of a journey without its last step, taken for a call of the cart too; those of the last step. */
  callShares: { services: 0.73, postgres: 0.15, redis: 0.02 },
  orderShares: { services: 0.63, postgres: 0.32, redis: 0.01 },
  /** A search with its facets, by the products in the index. That half of it is the engine's is a guess. */
  search: { 408: 2.4, 100_000: 22.3 },
  searchShares: { services: 0.5, index: 0.5 },
} as const
