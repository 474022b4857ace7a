import { ProductChangedSchema } from '@mallhive/contracts/catalog'
import type { Envelope } from '@mallhive/contracts/events'
import { StockChangedSchema } from '@mallhive/contracts/inventory'
import { onRepeatable } from '@mallhive/service-kit/subscribe'
import type { Changes } from './changes.ts'

/** The events that `ctx.forgetOn` may name. */
export function subscriptions({ note }: Pick<Changes, 'note'>) {
  const noteChange = (_event: unknown, { envelope: { type, key } }: { envelope: Envelope }) =>
    note(`${type}:${key}`)
  return [onRepeatable(ProductChangedSchema, noteChange), onRepeatable(StockChangedSchema, noteChange)]
}
