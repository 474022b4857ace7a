import { assumptions } from '../../../capacity/assumptions.ts'
import { type Size, sizes } from '../../../capacity/engines.ts'
import { measured } from '../../../capacity/measured.ts'
import { prices } from '../../../capacity/prices.ts'
import { tiers } from './demand.ts'
import { eurosPerMonth } from './euros.ts'
import { limits } from './limits.ts'
import { plan } from './plan.ts'

const all = Object.keys(sizes).map(Number) as Size[]
const plans = all.map(plan)
const costs = all.map(eurosPerMonth)

/** The table of a mall's sizes. */
export function table(): string {
  const rows: [string, (string | number)[]][] = [
    ['orders a second', plans.map((it) => short(it.ordersPerSecond))],
    ['pages a second', plans.map((it) => short(it.pagesPerSecond))],
    ['other calls a second', plans.map((it) => short(it.callsPerSecond))],
    ...tiers.map((tier): [string, string[]] => [
      `busy processors: ${tier}`,
      plans.map(({ busy }) => short(busy[tier])),
    ]),
    ['pods', plans.map((it) => short(it.pods))],
    ['processors of the pods', plans.map((it) => short(it.podVcpu))],
    ['nodes', plans.map((it) => `${it.nodes} × ${it.nodeVcpu}`)],
    ['processors of PostgreSQL', plans.map((it) => it.postgresVcpu ?? 'none is enough')],
    ['nodes of OpenSearch', plans.map((it) => it.searchNodes || 'none')],
    ['database, GB', plans.map((it) => short(it.databaseGigabytes))],
    ...Object.keys(costs[0] ?? {}).map((what): [string, string[]] => [
      `€ a month: ${what}`,
      costs.map((cost) => short(cost[what] ?? 0)),
    ]),
    [
      '**€ a month**',
      costs.map((cost) => `**${short(Object.values(cost).reduce((sum, euros) => sum + euros, 0))}**`),
    ],
  ]
  const head = `| orders a day | ${all.map((size) => size.toLocaleString('en')).join(' | ')} |`
  return [
    head,
    `|---|${all.map(() => '---:|').join('')}`,
    ...rows.map(([what, cells]) => `| ${what} | ${cells.join(' | ')} |`),
  ].join('\n')
}

/** docs/operating/capacity.md */
export function document(): string {
  return `# Capacity

What a mall of a size needs at its peak and costs, by a model that stands in [infra/capacity](../../infra/capacity) (figures, assumptions, prices) and \`infra/tools/src/capacity\` (arithmetic). \`npm run infra -- capacity\` prints the table; \`npm run infra -- generate\` writes this page.

${table()}

Pods and their processors are never fewer than \`minReplicas\` and \`cpu\` of \`infra/mall.ts\` ask for; beyond that they grow with the load, so that none is busier than ${assumptions.processUtilisation * 100} %. A database has a copy in another zone, whose price is included. Nothing is reserved for a flash sale: \`npm run bench -- flash-sale\` shows what one asks for.

## When the design has to change
| orders a day | because | then |
|---:|---|---|
${limits()
  .map(({ at, limit, change }) => `| ${short(at)} | ${limit} | ${change} |`)
  .join('\n')}

The stock of one product is one row: orders of it queue for its lock, however large the database is. \`npm run bench -- flash-sale\` measures their rate; a product that sells faster needs its stock in several rows.

## What it rests on
- **Measured** on ${measured.on}: ${measured.conditions}. Processors of AWS are not these; measure one operation there and scale by it. Work at rest (polls, probes, scrapes) is not counted.
- **Assumed**, because no mall with shoppers was measured:

| assumption | |
|---|---|
${Object.entries(assumptions)
  .map(([name, value]) => `| ${name} | ${written(value)} |`)
  .join('\n')}

- **Prices**: on-demand, in eu-central-1, of ${prices.asOf}, rounded and not read from Amazon's list, without discounts for commitment and volume; a dollar is ${prices.eurosPerDollar} €. Without people, support, the observability stack's disks, the warehouse, models and other environments.
- **A search** of a catalogue larger than 100,000 products is taken to cost what it costs there, which was not measured.
`
}

function written(value: number | object): string {
  if (typeof value === 'number') return String(value)
  return Object.entries(value)
    .map(([name, of]) => `${name} ${of}`)
    .join(', ')
}

/** Two significant digits: the model knows no more. */
function short(value: number): string {
  const digits = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value))) - 1
  const rounded = Math.round(value / 10 ** digits) * 10 ** digits
  return rounded.toLocaleString('en', { maximumFractionDigits: Math.max(0, -digits) })
}
