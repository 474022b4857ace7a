import { setTimeout as delay } from 'node:timers/promises'

import { Client } from 'pg'
import { z } from 'zod'

import { openBooks, until } from './checkout/books.ts'
import { cardTokens, fillIn, place, stockUp } from './checkout/shopper.ts'
import { skus } from './checkout/shelf.ts'
import { openStage } from './checkout/stage.ts'

// Places each checkout five times at once, every second one also after a lost answer. Expected: one order, one charge and one
// e-mail per checkout. CHECKOUTS sets their number (40).
const count = Number(process.env['CHECKOUTS'] ?? 40)

await using stage = await openStage()
await using books = await openBooks(stage)
const app = await stage.startApp()
stage.front(app)
await stockUp(stage, app, 100_000)
const { good } = await cardTokens(stage)

for (let n = 0; n < count; n++) {
  const ready = await fillIn(stage, app, [{ sku: skus[n % skus.length] ?? '', quantity: 1 + (n % 3) }], good)
  // Every other shopper loses the first answer, each after a different time.
  if (n % 2 === 1) await place(app, ready, AbortSignal.timeout(2 + n)).catch(() => {})
  await Promise.all(Array.from({ length: 5 }, () => place(app, ready)))
}
await until('at rest', () => books.resting())
await until('mailed', async () => (await mails()) >= count)
// A duplicate mail would arrive within this time.
await delay(3_000)

const client = new Client({ connectionString: stage.engines.databaseUrls.orders })
await client.connect()
const { rows } = await client.query<{ n: number }>('select count(*)::int n from orders.orders')
await client.end()
const { found } = await books.violations()
for (const violation of found) console.error(violation)
const dump = z
  .record(z.string(), z.object({ captures: z.array(z.number()) }))
  .parse(await (await fetch(`${stage.provider}/v1/dump`)).json())
const charges = Object.values(dump).reduce((sum, { captures }) => sum + captures.length, 0)
console.log(JSON.stringify({ checkouts: count, orders: rows[0]?.n, charges, emails: await mails() }))
app.kill()

async function mails(): Promise<number> {
  const answer = await fetch(`${stage.engines.mail.inboxUrl}/api/email`)
  return z.array(z.unknown()).parse(await answer.json()).length
}
