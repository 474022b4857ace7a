import { ProductChangedSchema } from '@mallhive/contracts/catalog'
import { onRepeatable } from '@mallhive/service-kit/subscribe'
import type { Deps } from './deps.ts'
import { productChanged } from './on/product-changed.ts'

export const subscriptions = (deps: Pick<Deps, 'index' | 'catalogue'>) => [
  onRepeatable(ProductChangedSchema, productChanged(deps), { waits: true }),
]
