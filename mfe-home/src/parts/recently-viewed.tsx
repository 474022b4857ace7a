import { SectionHeading } from '@mallhive/design-system'
import { useQuery } from '@tanstack/react-query'
import { bff } from '../bff.ts'
import { ProductShelf } from './product-shelf.tsx'
import { useViewed } from './viewed-store.ts'

const shown = 5

/** Recently viewed products. Stored in the browser only, so they are not in the server's HTML. */
export function RecentlyViewed() {
  const ids = useViewed().slice(0, shown)
  const trpc = bff.useTRPC()
  const { data: products } = useQuery({ ...trpc.listByIds.queryOptions({ ids }), enabled: ids.length > 0 })
  if (!products || products.length === 0) return null
  return <ProductShelf heading={<SectionHeading title="Recently viewed" />} products={products} />
}
