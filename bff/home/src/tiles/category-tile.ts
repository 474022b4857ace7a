import type { Category } from '@mallhive/contracts/catalog'
import { foreignLang } from '@mallhive/mfe-kit/bff/foreign-lang'
import { type PictureView, pictureOf } from './product-tile.ts'

/** A top-level category with the categories in it. */
export type CategoryTile = {
  slug: string
  name: string
  description: string
  /** The language of name and description, where it is not the page's. */
  lang?: string
  hue: number
  productCount: number
  picture?: PictureView
  children: { slug: string; name: string; lang?: string }[]
}

export function toCategoryTiles(categories: Category[], pageLang: string): CategoryTile[] {
  const langOf = ({ locale }: Category) => foreignLang(locale, pageLang)
  return categories
    .filter(({ parentId }) => parentId === '')
    .map((category) => {
      const children = categories.filter(({ parentId }) => parentId === category.id)
      return {
        slug: category.slug,
        name: category.name,
        description: category.description,
        lang: langOf(category),
        hue: category.tintHue,
        productCount: category.productCount,
        picture: pictureOf(category.image ?? children.find(({ image }) => image)?.image),
        children: children.map((child) => ({ slug: child.slug, name: child.name, lang: langOf(child) })),
      }
    })
}
