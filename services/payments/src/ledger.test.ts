import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { testDb } from '@mallhive/service-kit/testing'
import { sql } from 'drizzle-orm'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ledgerEntries, ledgerTransactions, operations, payments } from './schema.ts'
import * as schema from './schema.ts'

type Entry = Omit<typeof ledgerEntries.$inferInsert, 'transactionId'>

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

async function newOperation(): Promise<{ operationId: string; checkoutId: string }> {
  const checkoutId = randomUUID()
  const operationId = randomUUIDv7()
  await db
    .insert(payments)
    .values({ checkoutId, provider: 'sandbox', status: 'unknown', amountMinor: 1, currency: 'EUR' })
  await db
    .insert(operations)
    .values({ id: operationId, checkoutId, kind: 'capture', key: `${checkoutId}:capture`, amountMinor: 1 })
  return { operationId, checkoutId }
}

const record = (of: { operationId: string; checkoutId: string }, rows: Entry[]): Promise<void> =>
  db.transaction(async (tx) => {
    const transactionId = randomUUIDv7()
    await tx.insert(ledgerTransactions).values({ ...of, id: transactionId, kind: 'charge' })
    await tx.insert(ledgerEntries).values(rows.map((row) => ({ ...row, transactionId })))
  })

test('balanced transactions are written, unbalanced ones are refused whole, and the ledger sums to zero', async () => {
  await fc.assert(
    fc.asyncProperty(entries, async (drawn) => {
      const lines: Entry[] = drawn.map((entry, n) => ({ ...entry, account: `a${n}` }))
      const counter = balance(lines)
      const operation = await newOperation()
      const write = (rows: Entry[]) => refusal(record(operation, rows))
      expect(await write(lines)).toMatch(counter.length > 0 ? 'does not balance' : 'written')
      expect(await write([...lines, ...counter])).toMatch(
        counter.length > 0 ? 'written' : 'ledger_once_per_operation',
      )
      const { rows } = await db.execute(
        sql`select 1 from payments.ledger_entries group by currency having sum(amount_minor) <> 0`,
      )
      expect(rows).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('an operation is in the ledger once, and entries are immutable', async () => {
  const operation = await newOperation()
  const pair: Entry[] = [
    { account: 'a', amountMinor: 5, currency: 'EUR' },
    { account: 'b', amountMinor: -5, currency: 'EUR' },
  ]
  await record(operation, pair)
  expect(await refusal(record(operation, pair))).toMatch('ledger_once_per_operation')
  const changes = [
    sql`update payments.ledger_entries set amount_minor = 0`,
    sql`update payments.ledger_transactions set kind = 'gift'`,
    sql`update payments.ledger_transactions set operation_id = null`,
    sql`delete from payments.ledger_transactions`,
  ]
  for (const change of changes) expect(await refusal(db.execute(change))).toMatch('append-only')
})
