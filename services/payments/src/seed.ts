import { randomUUIDv7 } from 'node:crypto'
import { readConfig } from '@mallhive/process-kit/config'
import { type Db, openDb } from '@mallhive/service-kit/db'
import { contract, migrate } from '@mallhive/service-kit/migrate'
import { configSchema } from './config.ts'
import { pendingOf, receivableOf } from './ledger.ts'
import { keyOf } from './payment/operations.ts'
import * as schema from './schema.ts'
import { ledgerEntries, ledgerTransactions, operations, payments, type Share } from './schema.ts'

interface Sale {
  checkoutId: string
  currency: string
  amountMinor: number
  shares: Share[]
  placedAt: Date
}

/** Migrates an empty database and opens it for seeding. */
export async function openSeed(env: Record<string, string | undefined>) {
  const config = readConfig(configSchema, env)
  const db = openDb(config.DATABASE_URL, { schema, poolSize: 1 })
  const migrations = new URL('../drizzle', import.meta.url)
  await migrate(db, migrations, 'payments')
  // No previous release runs on it, and triggers for that would write rows of their own.
  await contract(db, migrations, 'payments')
  return {
    capture: (sales: Sale[]) => capture(db, sales),
    [Symbol.asyncDispose]: () => db[Symbol.asyncDispose](),
  }
}

const provider = 'sandbox'

/** Inserts the captured payments of sales, with operations and ledger. Publishes no events. */
export async function capture(db: Db<typeof schema>, sales: Sale[]): Promise<void> {
  const charges = sales.map((sale) => ({
    ...sale,
    operationId: randomUUIDv7(),
    transactionId: randomUUIDv7(),
  }))
  await db.transaction(async (tx) => {
    await tx.insert(payments).values(
      charges.map(({ checkoutId, amountMinor, currency, placedAt: at }) => ({
        checkoutId,
        amountMinor,
        currency,
        provider,
        status: 'captured' as const,
        createdAt: at,
        updatedAt: at,
      })),
    )
    await tx.insert(operations).values(
      charges.flatMap(({ operationId, checkoutId, amountMinor, shares, placedAt: at }) => {
        const operation = (kind: 'authorise' | 'capture') => ({
          checkoutId,
          kind,
          amountMinor,
          key: keyOf(checkoutId, kind),
          state: 'succeeded' as const,
          reference: `seeded_${checkoutId}`,
          requestedAt: at,
          settledAt: at,
        })
        return [
          { ...operation('authorise'), id: randomUUIDv7(), shares: [] },
          { ...operation('capture'), id: operationId, shares },
        ]
      }),
    )
    await tx.insert(ledgerTransactions).values(
      charges.map(({ transactionId, operationId, checkoutId, placedAt }) => ({
        id: transactionId,
        operationId,
        checkoutId,
        at: placedAt,
        kind: 'charge',
      })),
    )
    await tx.insert(ledgerEntries).values(
      charges.flatMap(({ transactionId, currency, amountMinor, shares }) => [
        { transactionId, currency, amountMinor, account: receivableOf(provider) },
        ...shares.map((share) => ({
          transactionId,
          currency,
          account: pendingOf(share.sellerId),
          amountMinor: -share.amountMinor,
        })),
      ]),
    )
  })
}
