type Path = () => Promise<string>

const at =
  (path: string): Path =>
  async () =>
    path

/** Returns one public page of each kind. */
export const publicPages: Record<string, Path> = {
  home: at('/'),
  category: async () => `/c/${(await firstProduct()).category}`,
  search: at('/search?q=mug'),
  'search without results': at('/search?q=zzzzqqqq'),
  product: async () => `/p/${(await firstProduct()).slug}`,
  'empty cart': at('/cart'),
  'sign in': at('/sign-in'),
  'sign up': at('/sign-up'),
  'order look-up': at('/order-lookup'),
  'not found': at('/no-such-page'),
}

export async function firstProduct(): Promise<{ slug: string; category: string }> {
  const response = await fetch(`${process.env['MALL_URL']}/rest/catalog/v1/products?limit=1`)
  const { products }: { products: { slug: string; category: string }[] } = await response.json()
  const [product] = products
  if (!product) throw new Error('the catalogue is empty')
  return product
}
