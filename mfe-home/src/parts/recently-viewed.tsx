import { SectionHeading } from '@mallhive/design-system'
import { useQuery } from '@tanstack/react-query'
import { bff } from '../bff.ts'
import { useMessages } from '../messages.ts'
import { ProductShelf } from './product-shelf.tsx'
import { useViewed } from './viewed-store.ts'

const shown = 5

/** Recently viewed products. Stored in the browser only, so they are not in the server's HTML. */
export function RecentlyViewed() {
  const t = useMessages()
  const ids = useViewed().slice(0, shown)
  const trpc = bff.useTRPC()
  const { data: products } = useQuery({ ...trpc.listByIds.queryOptions({ ids }), enabled: ids.length > 0 })
  if (!products || products.length === 0) return null
  return <ProductShelf heading={<SectionHeading title={t('viewed.title')} />} products={products} />
}
