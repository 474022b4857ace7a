/** Returns one path of each kind of page that needs no session, by name. */
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
