import { CatalogService } from '@mallhive/contracts/catalog'
import { InventoryService } from '@mallhive/contracts/inventory'
import { type Checkout, CheckoutFailure, CheckoutState } from '@mallhive/contracts/orders'
import { Client } from 'pg'

import { type Buyer, openBuyers, place, readyCheckout } from './buyers.ts'
import { asStaff } from './staff.ts'
import { openServices, type Services } from './open-services.ts'

// All buyers check out the same product at once. Expected: exactly as many orders as units, OUT_OF_STOCK for the other buyers,
// and stock counters that equal the sums of the ledger.
const runs = Number(process.env['RUNS'] ?? 20)
const rushes = [
  { units: 50, buyers: 200 },
  { units: 1, buyers: 20 },
]

await using mall = await openServices()
const crowd = await openBuyers(mall, Math.max(...rushes.map(({ buyers }) => buyers)))
const sku = await anySku(mall)
const staff = await asStaff(mall.identity)
let exactRuns = 0
let slowestAnswerMs = 0
for (let run = 1; run <= runs; run++) {
  const wrong: string[] = []
  for (const { units, buyers } of rushes) {
    const { outcomes, slowestMs } = await rush(crowd.slice(0, buyers), units)
    slowestAnswerMs = Math.max(slowestAnswerMs, slowestMs)
    wrong.push(...faults(outcomes, units, buyers), ...(await bookFaults()))
  }
  if (wrong.length === 0) exactRuns++
  console.error(`run ${run} of ${runs}: ${wrong.join('; ') || 'exact'}`)
}
console.log(JSON.stringify({ runs, exactRuns, slowestAnswerMs: Math.round(slowestAnswerMs) }))

async function rush(buyers: Buyer[], units: number) {
  await mall.platform.client(InventoryService).setStock({ sku, onHand: units, sellerId: 'bench' }, staff)
  const ready = []
  for (const buyer of buyers) ready.push(await readyCheckout(mall, buyer, sku))
  let slowestMs = 0
  const outcomes = await Promise.all(
    ready.map(async (checkout) => {
      const began = performance.now()
      const outcome = await place(mall, checkout)
      slowestMs = Math.max(slowestMs, performance.now() - began)
      return outcome
    }),
  )
  return { outcomes, slowestMs }
}

function faults(outcomes: Checkout[], units: number, buyers: number): string[] {
  const orders = outcomes.filter(
    ({ state, orderNumber }) => state === CheckoutState.DONE && orderNumber,
  ).length
  const soldOut = outcomes.filter(
    ({ state, failure, failedSkus }) =>
      state === CheckoutState.FAILED &&
      failure === CheckoutFailure.OUT_OF_STOCK &&
      failedSkus.length === 1 &&
      failedSkus[0] === sku,
  ).length
  const exact = orders === units && soldOut === buyers - units
  return exact ? [] : [`${units} units, ${buyers} buyers: ${orders} orders, ${soldOut} sold out`]
}

async function bookFaults(): Promise<string[]> {
  const client = new Client({ connectionString: mall.engines.databaseUrls.cart })
  await client.connect()
  const { rows } = await client.query<
    Record<'on_hand' | 'reserved' | 'ledger_on_hand' | 'ledger_reserved', number>
  >(
    `select s.on_hand, s.reserved, sum(m.on_hand_delta)::int as ledger_on_hand, sum(m.reserved_delta)::int as ledger_reserved
     from cart.stock s join cart.movements m using (sku) where sku = $1 group by s.sku`,
    [sku],
  )
  await client.end()
  const [row] = rows
  const balanced =
    row?.on_hand === 0 && row.reserved === 0 && row.ledger_on_hand === 0 && row.ledger_reserved === 0
  return balanced ? [] : [`books: ${JSON.stringify(row)}`]
}

async function anySku({ platform }: Services): Promise<string> {
  const catalog = platform.client(CatalogService)
  const { products } = await catalog.listProducts({ pageSize: 1, currency: 'EUR' })
  const found = products[0]?.skus[0]
  if (!found) throw new Error('the catalogue is empty')
  return found
}
