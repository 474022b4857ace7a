// Written by the build from en.json.
import type { ReactNode } from 'react'

export interface Messages {
  "meta.title": (values: { name: string | number }) => string
  "breadcrumbs.home": () => string
  "search.title": (values: { query: string | number }) => string
  "search.everything": () => string
  "search.meta.everything": () => string
  "search.meta.shop": (values: { shop: string | number }) => string
  "search.meta.query": (values: { query: string | number }) => string
  "search.nothing.title": (values: { query: string | number }) => string
  "search.nothing.words": () => string
  "search.looser": (values: { query: string | number }) => string
  "search.corrected": (values: { from: string | number; to: string | number }) => string
  "search.verbatim": (values: { query: string | number }) => string
  "search.is-verbatim": (values: { query: string | number }) => string
  "search.with-help": () => string
  "search.none-has-all": () => string
  "search.also": (values: { words: string | number }) => string
  "search.preferred": (values: { words: string | number }) => string
  "search.quoted": (values: { word: string | number }) => string
  "search.unavailable.title": () => string
  "search.unavailable.words": () => string
  "search.unavailable.again": () => string
  "categories.label": () => string
  "search.popular": () => string
  "empty.browse": () => string
  "list.label": () => string
  "list.count": (values: { count: number }) => string
  "list.empty.title": () => string
  "list.empty.words": () => string
  "list.empty.clear": () => string
  "sort.label": () => string
  "sort.submit": () => string
  "sort.relevance": () => string
  "sort.newest": () => string
  "sort.price-asc": () => string
  "sort.price-desc": () => string
  "sort.rating": () => string
  "filters.title": () => string
  "filters.open": (values: { count: number }) => string
  "filters.search": (values: { facet: string | number }) => string
  "filters.none": () => string
  "filters.close": () => string
  "filters.apply": () => string
  "filters.shop": () => string
  "filters.show": (values: { count: number }) => string
  "filters.more": (values: { count: number }) => string
  "filters.active": () => string
  "filters.clear-all": () => string
  "price.from": (values: { currency: string | number }) => string
  "price.to": (values: { currency: string | number }) => string
  "price.at-least": (values: { least: string | number }) => string
  "price.at-most": (values: { most: string | number }) => string
  "price.between": (values: { least: string | number; most: string | number }) => string
  "price.refused.title": () => string
  "price.refused.bound": (values: { typed: string | number; why: string | number }) => string
  "price.error.malformed": () => string
  "price.error.below-lowest": () => string
  "tile.sold-out": () => string
  "tile.few": () => string
  "tile.missing": (values: { struck: (children: ReactNode) => ReactNode; words: string | number }) => ReactNode
  "tile.reduction": (values: { part: number }) => string
  "buy.label": () => string
  "buy.no-cart": () => string
  "buy.sold-by": (values: { link: (children: ReactNode) => ReactNode; shop: string | number; city: string | number }) => ReactNode
  "product.about": () => string
  "product.details": () => string
  "product.similar": () => string
  "stock.unknown": () => string
  "stock.option-sold-out": () => string
  "stock.sold-out": () => string
  "stock.left": (values: { count: number }) => string
  "stock.there": () => string
  "pictures.label": () => string
  "picture.number": (values: { number: number; count: number }) => string
  "picture.enlarge": () => string
  "picture.failed.title": () => string
  "picture.failed.again": () => string
  "picture.failed.words": (values: { link: (children: ReactNode) => ReactNode }) => ReactNode
  "viewer.label": (values: { title: string | number }) => string
  "viewer.previous": () => string
  "viewer.next": () => string
  "viewer.zoom-out": () => string
  "viewer.zoom-in": () => string
  "viewer.close": () => string
}
