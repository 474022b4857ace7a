import type { Look } from '../media/compose.ts'
import type { ColourName } from '../palette.ts'
import type { ShopSlug } from './shops.ts'

// A product as a person writes it down. Everything else follows from it.
export type Draft = {
  title: string
  shop: ShopSlug
  /** File name in the emoji set, without extension: `2615`. */
  emoji: string
  look?: Look
  /** Paragraphs parted by blank lines. */
  text: string
  facts: Facts
  /** The first is the one that is shown first. Left out: as it is. */
  colours?: ColourName[]
  sizes?: string[]
  /** What the sizes are, where they do not tell it themselves (axis.ts). */
  axis?: string
  /** Whole units or with cents; dollars are set by hand, not converted. */
  eur: number
  usd: number
  /** The price before a reduction, in each currency. */
  was?: { eur: number; usd: number }
  /** Average and number of ratings; new things have none. */
  rating?: [average: number, count: number]
  stock?: 'plenty' | 'low' | 'out' | 'mixed'
  grams: number
}

/** `material`, `suits` and `origin` are facets: few, recurring values. */
type Facts = {
  material?: string
  suits?: string
  origin?: string
  dimensions?: string
  care?: string
  more?: Record<string, string>
}
