import { assumptions as assumed } from '../../../capacity/assumptions.ts'
import { postgresVcpus, redisVcpu } from '../../../capacity/engines.ts'
import { atRest } from './at-rest.ts'
import { busyAt } from './plan.ts'

/** Orders a day at which something has to be built otherwise. */
export function limits(): { at: number; limit: string; change: string }[] {
  const many = assumed.products[1_000_000]
  const cost = busyAt(1, many)
  const most = Math.max(...postgresVcpus)
  return [
    {
      at: (atRest.services.mostVcpu * assumed.processUtilisation) / cost.services,
      limit: `services and BFFs are at their maxReplicas (${atRest.services.mostVcpu} processors)`,
      change:
        'raise `maxReplicas` in `infra/mall.ts`; connections to PostgreSQL grow with it, so a pooler in transaction mode comes first',
    },
    {
      at: (atRest.shell.mostVcpu * assumed.processUtilisation) / cost.shell,
      limit: `the shell is at its maxReplicas (${atRest.shell.mostVcpu} processors)`,
      change:
        'raise `maxReplicas`; CloudFront may keep documents of visitors without a session for some seconds',
    },
    {
      at: (4 * assumed.engineUtilisation) / (cost.postgres + cost.index),
      limit: 'PostgreSQL with the index of the search in it fills 4 processors to half',
      change: 'the index moves to OpenSearch (`OPENSEARCH_URL`), and the catalogue reads from a replica',
    },
    {
      at: 100_000_000 / 365,
      limit: 'orders grow by 100 million rows a year',
      change:
        '`orders.orders`, `payments.ledger_entries`, `cart.movements` and the outboxes become partitioned by month; closed months are detached to the lake',
    },
    {
      at: (most * assumed.engineUtilisation) / cost.postgres,
      limit: `PostgreSQL without the search fills the largest instance (${most} processors) to half`,
      change:
        'each service moves to a server of its own by its URL (decision 10); orders, payments and stock are sharded by shop, to which every line belongs',
    },
    {
      at: (redisVcpu * assumed.engineUtilisation) / cost.redis,
      limit: "Redis' one thread is half busy",
      change: 'cluster mode, with the owner of a cart as the hash tag of its keys',
    },
  ].toSorted((a, b) => a.at - b.at)
}
