const addressesOfAKind = 60

type Product = { slug: string; title: string; category: string; skus: string[] }

/** Returns the addresses of each kind of page that a load requests in turn. Home and cart have one address. */
export function pageAddresses(products: Product[]): Record<string, string[]> {
  const categories = distinct(products.map(({ category }) => `/c/${category}`))
  const words = products.flatMap(({ title }) => title.toLowerCase().match(/[a-z]{4,}/g) ?? [])
  return {
    home: ['/'],
    category: lists(categories),
    search: lists(distinct(words).map((word) => `/search?q=${word}`)),
    product: products.slice(0, addressesOfAKind).map(({ slug }) => `/p/${slug}`),
    cart: ['/cart'],
  }
}

/** Returns the first products of the catalogue. */
export async function listProducts(mallUrl: string): Promise<Product[]> {
  const response = await fetch(`${mallUrl}/rest/catalog/v1/products?limit=100`)
  if (!response.ok) throw new Error(`the catalogue answers ${response.status}`)
  const { products } = (await response.json()) as { products: Product[] }
  return products
}

/** Returns the lists unsorted, then sorted and bounded in each way, until there are enough. */
function lists(paths: string[]): string[] {
  const orders = ['', 'sort=newest', 'sort=price-asc', 'sort=price-desc', 'sort=rating']
  const bounds = ['', 'max=50', 'max=100']
  const queries = bounds.flatMap((bound) => orders.map((order) => [order, bound].filter(Boolean).join('&')))
  const all = queries.flatMap((query) => paths.map((path) => join(path, query)))
  return all.slice(0, addressesOfAKind)
}

const join = (path: string, query: string) =>
  query === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`

const distinct = (values: string[]) => [...new Set(values)]
