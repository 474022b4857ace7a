import { ProductChangedSchema } from '@mallhive/contracts/catalog'
import { onRepeatable } from '@mallhive/service-kit/subscribe'
import type { Deps } from './deps.ts'
import { StockChangedSchema } from '@mallhive/contracts/inventory'
import { OrderPaidSchema } from '@mallhive/contracts/orders'
import { orderPaid } from './on/order-paid.ts'
import { productChanged } from './on/product-changed.ts'
import { stockChanged } from './on/stock-changed.ts'

export const subscriptions = (deps: Pick<Deps, 'index' | 'catalogue' | 'stock' | 'sales'>) => [
  onRepeatable(ProductChangedSchema, productChanged(deps), { waits: true }),
  onRepeatable(StockChangedSchema, stockChanged(deps), { waits: true }),
  onRepeatable(OrderPaidSchema, orderPaid(deps), { waits: true }),
]
