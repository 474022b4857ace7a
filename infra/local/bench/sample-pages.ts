/** One page of each kind that a visitor opens without a session: name → path. */
export async function samplePages(mallUrl: string): Promise<Record<string, string>> {
  const response = await fetch(`${mallUrl}/rest/catalog/v1/products?limit=1`)
  if (!response.ok) throw new Error(`the catalogue answers ${response.status}`)
  const { products } = (await response.json()) as { products: { slug: string; category: string }[] }
  const [product] = products
  if (!product) throw new Error('the catalogue is empty')
  return {
    home: '/',
    category: `/c/${product.category}`,
    search: '/search?q=mug',
    product: `/p/${product.slug}`,
    cart: '/cart',
    signIn: '/sign-in',
  }
}
