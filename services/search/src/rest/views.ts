import type { Image, ProductCard, VariantPrice } from '@mallhive/contracts/catalog'
import { minorOf } from '@mallhive/contracts/money'
import type { Note, PriceRange, SearchResponse, SuggestResponse } from '@mallhive/contracts/search'
import { sortOf } from '../answer/scope.ts'

// Converts RPC messages to REST bodies; `origin` is the mall's origin.

export function foundView(found: SearchResponse, origin: string) {
  const { lowestPriceMinor, highestPriceMinor, understood } = found
  return {
    products: found.hits.flatMap(({ product, missing }) =>
      product ? { ...cardView(product, origin), missing } : [],
    ),
    total: found.total,
    facets: found.facets.map(({ name, label, values }) => ({
      name,
      label,
      values: values.map((v) => ({ value: v.value, label: v.label, count: v.count, selected: v.selected })),
    })),
    price: { lowestMinor: Number(lowestPriceMinor), highestMinor: Number(highestPriceMinor) },
    notes: found.notes.flatMap(noteView),
    understood: { seller: understood?.sellerSlug || null, price: rangeView(understood?.price) },
    sort: sortOf(found.sort),
    nextCursor: found.nextCursor || null,
    previousCursor: found.previousCursor || null,
  }
}

export const suggestionsView = (
  { products, categories, shops, completions }: SuggestResponse,
  origin: string,
) => ({
  products: products.map((card) => cardView(card, origin)),
  categories: categories.map(({ slug, name }) => ({ slug, name, url: `${origin}/c/${slug}` })),
  shops: shops.map(({ slug, name }) => ({ slug, name })),
  completions,
})

function cardView(card: ProductCard, origin: string) {
  const { slug = '', name = '', city = '', country = '' } = card.seller ?? {}
  return {
    id: card.id,
    slug: card.slug,
    title: card.title,
    locale: card.locale,
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

type NoteView = { kind: NonNullable<Note['note']['case']>; words: string; meaning: string }

function noteView({ note, words }: Note): NoteView[] {
  switch (note.case) {
    case undefined:
      return []
    case 'corrected':
    case 'split':
    case 'joined':
    case 'translated':
      return [{ kind: note.case, words: note.value.from, meaning: note.value.to }]
    case 'shop':
      return [{ kind: note.case, words, meaning: note.value.slug }]
    case 'price':
      return [{ kind: note.case, words, meaning: '' }]
    default:
      return [{ kind: note.case, words: note.value, meaning: '' }]
  }
}

const numberOf = (minor: bigint | undefined) => (minor === undefined ? null : Number(minor))
const rangeView = (range: PriceRange | undefined) => ({
  minMinor: numberOf(range?.minMinor),
  maxMinor: numberOf(range?.maxMinor),
})

const priceView = ({ price, was }: VariantPrice) => ({
  minor: minorOf(price),
  currency: price!.currency,
  wasMinor: was ? minorOf(was) : null,
})

const imageView = ({ path, alt, widths }: Image, origin: string) => ({
  alt,
  urls: Object.fromEntries(widths.map((width) => [width, `${origin}/media/${path}-${width}.webp`])),
})
