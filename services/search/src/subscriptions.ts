import { ProductChangedSchema } from '@mallhive/contracts/catalog'
import { onRepeatable } from '@mallhive/service-kit/subscribe'
import type { Deps } from './deps.ts'
import { StockChangedSchema } from '@mallhive/contracts/inventory'
import { productChanged } from './on/product-changed.ts'
import { stockChanged } from './on/stock-changed.ts'

export const subscriptions = (deps: Pick<Deps, 'index' | 'catalogue' | 'stock'>) => [
  onRepeatable(ProductChangedSchema, productChanged(deps), { waits: true }),
  onRepeatable(StockChangedSchema, stockChanged(deps), { waits: true }),
]
