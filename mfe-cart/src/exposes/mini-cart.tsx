import { IconLink } from '@mallhive/design-system'
import { type LoaderContext, useBrowserEvent } from '@mallhive/mfe-kit'
import { useQuery } from '@tanstack/react-query'
import { bff } from '../bff.ts'

export async function loader(ctx: LoaderContext): Promise<void> {
  await ctx.queryClient.prefetchQuery(bff.options(ctx).miniCart.queryOptions())
}

/** The way to the cart, with the number of things in it. Where the cart does not answer it is still the way there. */
export default function MiniCart() {
  const { data, refetch } = useQuery(bff.useTRPC().miniCart.queryOptions())
  useBrowserEvent('cart:updated', () => void refetch())
  useBrowserEvent('session:changed', () => void refetch())
  const count = data?.itemCount ?? 0
  return <IconLink href="/cart" icon="bag" label={labelFor(count)} count={count} />
}

function labelFor(count: number): string {
  if (count === 0) return 'Cart'
  return count === 1 ? 'Cart, 1 thing' : `Cart, ${count} things`
}
