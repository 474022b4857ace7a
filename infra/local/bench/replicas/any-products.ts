export type Product = { slug: string; sku: string }

/** Returns some products of the catalogue. */
export async function anyProducts(url: string): Promise<Product[]> {
  const response = await fetch(`${url}/rest/catalog/v1/products?limit=20`)
  const { products } = (await response.json()) as { products: { slug: string; skus: string[] }[] }
  const found = products.flatMap(({ slug, skus: [sku] }) => (sku ? [{ slug, sku }] : []))
  if (found.length === 0) throw new Error('the catalogue is empty')
  return found
}
