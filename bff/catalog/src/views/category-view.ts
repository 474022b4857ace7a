import type { Category } from '@mallhive/contracts/catalog'
import { type ImageView, toImage } from './tile-view.ts'

export type CategoryView = {
  slug: string
  name: string
  description: string
  hue: number
  image?: ImageView
  parent?: { slug: string; name: string }
  children: { slug: string; name: string; productCount: number }[]
}

/** Returns one category with its parent and children; undefined for an unknown slug. */
export function toCategory(slug: string, all: Category[]): CategoryView | undefined {
  const category = all.find((each) => each.slug === slug)
  if (!category) return undefined
  const parent = all.find(({ id }) => id === category.parentId)
  return {
    slug,
    name: category.name,
    description: category.description,
    hue: category.tintHue,
    image: toImage(category.image),
    parent: parent && { slug: parent.slug, name: parent.name },
    children: all
      .filter(({ parentId }) => parentId === category.id)
      .map((child) => ({ slug: child.slug, name: child.name, productCount: child.productCount })),
  }
}
