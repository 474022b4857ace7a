import type {
  Image,
  ListCategoriesResponse,
  ListProductsResponse,
  Product,
  ProductCard,
  VariantPrice,
} from '@mallhive/contracts/catalog'
import { minorOf } from '@mallhive/contracts/money'

// Converts RPC messages to REST bodies; `origin` is the mall's origin.

/** A list as its RPC or the search answers it. */
export type List = Omit<ListProductsResponse, '$typeName' | '$unknown'>

export function listView(list: List, origin: string) {
  return {
    products: list.products.map((card) => cardView(card, origin)),
    total: list.total,
    facets: list.facets.map(({ name, label, values }) => ({
      name,
      label,
      values: values.map((v) => ({ value: v.value, label: v.label, count: v.count, selected: v.selected })),
    })),
    price: { lowestMinor: Number(list.lowestPriceMinor), highestMinor: Number(list.highestPriceMinor) },
    nextCursor: list.nextCursor || null,
    previousCursor: list.previousCursor || null,
  }
}

function cardView(card: ProductCard, origin: string) {
  const { slug, name, city, country } = card.seller!
  return {
    id: card.id,
    slug: card.slug,
    title: card.title,
    category: card.categorySlug,
    seller: { slug, name, city, country },
    price: priceView(card.price!),
    priceFrom: card.priceFrom,
    rating: { average: card.ratingAverage, count: card.ratingCount },
    image: imageView(card.image!, origin),
    skus: card.skus,
    url: `${origin}/p/${card.slug}`,
  }
}

export function productView(product: Product, origin: string) {
  const { slug, name, city, country, about } = product.seller!
  return {
    id: product.id,
    slug: product.slug,
    title: product.title,
    description: product.description,
    category: { slug: product.category!.slug, name: product.category!.name },
    seller: { slug, name, city, country, about },
    rating: { average: product.ratingAverage, count: product.ratingCount },
    attributes: product.attributes.map((a) => ({ name: a.name, label: a.label, value: a.value })),
    options: product.options.map((option) => ({
      name: option.name,
      label: option.label,
      values: option.values.map((v) => ({ value: v.value, label: v.label })),
    })),
    variants: product.variants.map((variant) => ({
      sku: variant.sku,
      options: variant.options,
      prices: variant.prices.map(priceView),
      weightGrams: variant.weightGrams,
    })),
    images: product.images.map((image) => imageView(image, origin)),
    url: `${origin}/p/${product.slug}`,
  }
}

const priceView = ({ price, was }: VariantPrice) => ({
  minor: minorOf(price),
  currency: price!.currency,
  wasMinor: was ? minorOf(was) : null,
})

const imageView = ({ path, alt, widths }: Image, origin: string) => ({
  alt,
  urls: Object.fromEntries(widths.map((width) => [width, `${origin}/media/${path}-${width}.webp`])),
})

export function categoriesView({ categories }: ListCategoriesResponse) {
  const slugs = new Map(categories.map(({ id, slug }) => [id, slug]))
  return {
    categories: categories.map(({ slug, name, parentId, description, productCount }) => ({
      slug,
      name,
      parent: slugs.get(parentId) ?? null,
      description,
      productCount,
    })),
  }
}
