import type { Category } from '@mallhive/contracts/catalog'
import { foreignLang } from '@mallhive/mfe-kit/bff/foreign-lang'
import { type ImageView, toImage } from './tile-view.ts'

export type CategoryView = {
  slug: string
  name: string
  description: string
  /** The language of name and description, where it is not the page's. */
  lang?: string
  hue: number
  image?: ImageView
  parent?: { slug: string; name: string; lang?: string }
  children: { slug: string; name: string; lang?: string; productCount: number }[]
}

/** Returns one category with its parent and children; undefined for an unknown slug. */
export function toCategory(slug: string, all: Category[], pageLang: string): CategoryView | undefined {
  const langOf = ({ locale }: Category) => foreignLang(locale, pageLang)
  const category = all.find((each) => each.slug === slug)
  if (!category) return undefined
  const parent = all.find(({ id }) => id === category.parentId)
  return {
    slug,
    name: category.name,
    description: category.description,
    lang: langOf(category),
    hue: category.tintHue,
    image: toImage(category.image),
    parent: parent && { slug: parent.slug, name: parent.name, lang: langOf(parent) },
    children: all
      .filter(({ parentId }) => parentId === category.id)
      .map((child) => ({
        slug: child.slug,
        name: child.name,
        lang: langOf(child),
        productCount: child.productCount,
      })),
  }
}
