import { PageWidth, SectionHeading } from '@mallhive/design-system'
import { type LoaderContext, useShell } from '@mallhive/mfe-kit'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { bff } from '../bff.ts'
import { useMessages } from '../messages.ts'
import { ProductShelf } from '../parts/product-shelf.tsx'
import { rememberViewed } from '../parts/viewed-store.ts'

export interface RecommendationsProps {
  productIds?: string[]
  skus?: string[]
  title?: string
}

const limit = 5

export async function loader(ctx: LoaderContext, props: RecommendationsProps): Promise<void> {
  await ctx.queryClient.prefetchQuery(bff.options(ctx).listRecommendations.queryOptions(inputOf(props)))
}

/** A shelf of products related to the given ones. Renders nothing when there are none. */
export default function Recommendations({ title, ...props }: RecommendationsProps) {
  const t = useMessages()
  useViewed(props.productIds)
  const { data: products } = useQuery(bff.useTRPC().listRecommendations.queryOptions(inputOf(props)))
  if (!products || products.length === 0) return null
  return (
    <PageWidth style={{ paddingInline: 0 }}>
      <ProductShelf heading={<SectionHeading title={title ?? t('related.title')} />} products={products} />
    </PageWidth>
  )
}

/** Records a view when recommendations are for a single product, which means its product page. */
function useViewed(productIds: string[] | undefined) {
  const { pathname } = useShell()
  const viewed = pathname.startsWith('/p/') && productIds?.length === 1 ? productIds[0] : undefined
  useEffect(() => {
    if (viewed) rememberViewed(viewed)
  }, [viewed])
}

function inputOf({ productIds = [], skus = [] }: RecommendationsProps) {
  return { productIds, skus, limit }
}
