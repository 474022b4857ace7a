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
  "promise.cart.title": () => string
  "promise.cart.words": () => string
  "promise.guest.title": () => string
  "promise.guest.words": () => string
  "promise.parcels.title": () => string
  "promise.parcels.words": () => string
  "footer.about": () => string
  "footer.shopping": () => string
  "footer.cart": () => string
  "footer.orders": () => string
  "footer.order-lookup": () => string
  "footer.account": () => string
  "footer.sign-in": () => string
  "footer.sign-up": () => string
  "footer.addresses": () => string
  "footer.sellers": () => string
  "footer.orders-to-ship": () => string
}
