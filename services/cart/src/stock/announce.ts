import { create } from '@bufbuild/protobuf'
import { StockChangedSchema } from '@mallhive/contracts/inventory'
import { publish } from '@mallhive/service-kit/outbox'
import type { Tx } from '../deps.ts'
import { outbox } from '../schema.ts'

/** At this many units and fewer a shopper is told how many are left. */
const lowMark = 5

/** A SKU after a change of stock: what is available now, and by how much that changed. */
export type Moved = { sku: string; available: number; change: number }

/** Publishes StockChanged for the SKUs that have sold out, come back or crossed the low mark. */
export async function announceCrossings(tx: Tx, moved: Moved[]): Promise<void> {
  for (const { sku, available, change } of moved) {
    if (band(available) !== band(available - change)) await announce(tx, sku, available)
  }
}

export async function announce(tx: Tx, sku: string, available: number): Promise<void> {
  await publish(tx, outbox, StockChangedSchema, create(StockChangedSchema, { sku, available }), sku)
}

function band(available: number): 'none' | 'low' | 'plenty' {
  if (available === 0) return 'none'
  return available <= lowMark ? 'low' : 'plenty'
}
