import { Notice, PageHeading, PageWidth, Skeleton, Stack } from '@mallhive/design-system'
import { type Loaded, type LoaderContext, type Meta, Remote, useBrowserEvent } from '@mallhive/mfe-kit'
import { useQuery } from '@tanstack/react-query'
import { bff } from '../bff.ts'
import { messages, useMessages } from '../messages.ts'
import { CartLines } from '../parts/cart-lines.tsx'
import { CartNotices } from '../parts/cart-notices.tsx'
import { CartSummary } from '../parts/cart-summary.tsx'
import { EmptyCart } from '../parts/empty-cart.tsx'
import styles from './cart-page.module.css'

export async function loader(ctx: LoaderContext) {
  const query = bff.options(ctx).getCart.queryOptions()
  await ctx.queryClient.prefetchQuery(query)
  const cart = ctx.queryClient.getQueryData(query.queryKey)
  const productIds = cart?.lines.flatMap((line) => line.productId ?? []).slice(0, 10) ?? []
  await ctx.fragment('home/recommendations', { productIds })
  return { productIds, unavailable: cart === undefined }
}

export function meta(_data: Loaded<typeof loader>, ctx: LoaderContext): Meta {
  return { title: messages(ctx)('page.title'), robots: 'noindex' }
}

export default function CartPage({ data }: { data: Loaded<typeof loader> }) {
  const t = useMessages()
  const { data: cart, isFetching, refetch } = useQuery(bff.useTRPC().getCart.queryOptions())
  useBrowserEvent('cart:updated', () => void refetch())
  useBrowserEvent('session:changed', () => void refetch())

  return (
    <PageWidth className={styles.page}>
      <Stack gap={6}>
        {cart?.lines.length === 0 ? <EmptyCart /> : <PageHeading title={t('page.title')} />}
        {cart && cart.lines.length > 0 ? (
          <>
            <CartNotices cart={cart} />
            <div className={styles.columns} aria-busy={isFetching || undefined}>
              <CartLines cart={cart} />
              <CartSummary cart={cart} />
            </div>
          </>
        ) : null}
        {cart ? null : <CartMissing known={data.unavailable} />}
      </Stack>
      <Remote
        name="home/recommendations"
        productIds={data.productIds}
        title={t(data.productIds.length > 0 ? 'page.related' : 'page.popular')}
      />
    </PageWidth>
  )
}

/** Shown while the cart loads, and when it could not be read. */
function CartMissing({ known }: { known: boolean }) {
  const t = useMessages()
  if (!known) return <Skeleton shape="cell" height="16rem" />
  return (
    <Notice tone="honey" title={t('page.missing.title')}>
      {t('page.missing.words')}
    </Notice>
  )
}
