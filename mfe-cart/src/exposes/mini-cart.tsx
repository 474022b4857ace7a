import { IconLink, icons } from '@mallhive/design-system'
import { type LoaderContext, useBrowserEvent, useShell } from '@mallhive/mfe-kit'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { bff } from '../bff.ts'
import { useMessages } from '../mini-cart-messages.ts'
import type { CartPreview } from '../parts/cart-preview.tsx'
import { useHover } from '../use-hover.ts'
import styles from './mini-cart.module.css'

export async function loader(ctx: LoaderContext): Promise<void> {
  await ctx.queryClient.prefetchQuery(bff.options(ctx).miniCart.queryOptions())
}

/**
 * Link to the cart with its item count, and a preview on hover, whose code loads then. Stays a plain link when cart or code
 * could not be read.
 */
export default function MiniCart() {
  const t = useMessages()
  const { pathname } = useShell()
  const { data, refetch } = useQuery(bff.useTRPC().miniCart.queryOptions())
  useBrowserEvent('cart:updated', () => void refetch())
  useBrowserEvent('session:changed', () => void refetch())
  const { hovered, leave, ...pointer } = useHover()
  const count = data?.itemCount ?? 0
  const previewed = hovered && count > 0 && pathname !== '/cart'
  const [code, setCode] = useState<{ Preview: typeof CartPreview }>()
  useEffect(() => {
    if (!previewed || code) return
    import(/* webpackChunkName: "cart-preview" */ '../parts/cart-preview.tsx').then(
      (loaded) => setCode({ Preview: loaded.CartPreview }),
      reportError,
    )
  }, [previewed, code])
  return (
    <div className={styles.place} {...pointer}>
      <IconLink
        href="/cart"
        icon={icons.bag}
        label={t('mini.label', { count })}
        count={count}
        onClick={leave}
      />
      {previewed && code ? <code.Preview onLeave={leave} /> : null}
    </div>
  )
}
