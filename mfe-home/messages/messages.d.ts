// Written by the build from en.json.
import type { ReactNode } from 'react'

export interface Messages {
  "meta.title": () => string
  "meta.description": () => string
  "hero.label": () => string
  "hero.title": () => string
  "hero.lead": () => string
  "hero.favourites": () => string
  "hero.shops": () => string
  "figure.items": (values: { count: number; n: (children: ReactNode) => ReactNode }) => ReactNode
  "figure.shops": (values: { count: number; n: (children: ReactNode) => ReactNode }) => ReactNode
  "categories.title": () => string
  "categories.products": (values: { count: number }) => string
  "fresh.title": () => string
  "fresh.lead": () => string
  "fresh.empty.title": () => string
  "fresh.empty.words": () => string
  "viewed.title": () => string
  "related.title": () => string
  "shops.title": () => string
  "shops.lead": () => string
  "closed.title": () => string
  "closed.words": () => string
  "closed.again": () => string
  "tile.reduction": (values: { part: number }) => string
}
