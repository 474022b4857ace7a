import type { Category } from '@mallhive/contracts/catalog'
import { type PictureView, pictureOf } from './product-tile.ts'

/** A top-level category with the categories in it. */
export type CategoryTile = {
  slug: string
  name: string
  description: string
  hue: number
  productCount: number
  picture?: PictureView
  children: { slug: string; name: string }[]
}

export function toCategoryTiles(categories: Category[]): CategoryTile[] {
  return categories
    .filter(({ parentId }) => parentId === '')
    .map((category) => {
      const children = categories.filter(({ parentId }) => parentId === category.id)
      return {
        slug: category.slug,
        name: category.name,
        description: category.description,
        hue: category.tintHue,
        productCount: category.productCount,
        picture: pictureOf(category.image ?? children.find(({ image }) => image)?.image),
        children: children.map(({ slug, name }) => ({ slug, name })),
      }
    })
}
