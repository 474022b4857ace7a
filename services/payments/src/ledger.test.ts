import { randomUUID } from 'node:crypto'
import { testDb } from '@mallhive/service-kit/testing'
import { sql } from 'drizzle-orm'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Entry, record } from './ledger.ts'
import * as schema from './schema.ts'

let db: Awaited<ReturnType<typeof testDb<typeof schema>>>
beforeAll(async () => {
  db = await testDb('payments', new URL('../drizzle', import.meta.url), schema)
})
afterAll(() => db[Symbol.asyncDispose]())

const entries = fc.array(
  fc.record({
    amountMinor: fc.integer({ min: -10_000, max: 10_000 }),
    currency: fc.constantFrom('EUR', 'USD'),
  }),
  { minLength: 1, maxLength: 5 },
)
const balance = (rows: Pick<Entry, 'amountMinor' | 'currency'>[]): Entry[] =>
  ['EUR', 'USD'].flatMap((currency) => {
    const sum = rows
      .filter((row) => row.currency === currency)
      .reduce((total, row) => total + row.amountMinor, 0)
    return sum === 0 ? [] : [{ account: `counter:${currency}`, amountMinor: -sum, currency }]
  })

const refusal = async (attempt: Promise<unknown>): Promise<string> => {
  const error: unknown = await attempt.then(
    () => 'written',
    (thrown: Error) => thrown.cause ?? thrown,
  )
  return error instanceof Error ? error.message : String(error)
}

test('whatever balances is written, whatever does not is refused whole, and the books stay at zero', async () => {
  await fc.assert(
    fc.asyncProperty(entries, async (drawn) => {
      const lines: Entry[] = drawn.map((entry, n) => ({ ...entry, account: `a${n}` }))
      const counter = balance(lines)
      const checkoutId = randomUUID()
      const write = (rows: Entry[]) => refusal(db.transaction((tx) => record(tx, checkoutId, 'charge', rows)))
      const alone = await write(lines)
      expect(alone).toMatch(counter.length > 0 ? 'does not balance' : 'written')
      expect(await write([...lines, ...counter])).toMatch(
        counter.length > 0 ? 'written' : 'ledger_once_per_kind',
      )
      const { rows } = await db.execute(
        sql`select 1 from payments.ledger_entries group by currency having sum(amount_minor) <> 0`,
      )
      expect(rows).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('a checkout is charged once in the books, and what is written stays', async () => {
  const checkoutId = randomUUID()
  const pair: Entry[] = [
    { account: 'a', amountMinor: 5, currency: 'EUR' },
    { account: 'b', amountMinor: -5, currency: 'EUR' },
  ]
  await record(db, checkoutId, 'charge', pair)
  expect(await refusal(record(db, checkoutId, 'charge', pair))).toMatch('ledger_once_per_kind')
  const changes = [
    sql`update payments.ledger_entries set amount_minor = 0`,
    sql`delete from payments.ledger_transactions`,
  ]
  for (const change of changes) expect(await refusal(db.execute(change))).toMatch('append-only')
})
