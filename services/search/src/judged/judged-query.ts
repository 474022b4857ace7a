import type { Locale } from '@mallhive/contracts/locales'

/** What a judge sees of a product: its title in the language of the page, the rest as stored. */
export interface JudgedProduct {
  title: string
  categorySlug: string
  sellerSlug: string
  /** Values of the palette. */
  colours: ReadonlySet<string>
  material: string
  suits: string
  /** The lowest price in euros. */
  priceMinor: number
}

interface Limits {
  category?: string
  seller?: string
  colours?: readonly string[]
  maxMinor?: number
  material?: string | RegExp
  suits?: string
  notTitled?: RegExp
}

/** 3 what was meant, 2 good, 1 acceptable. The first rule that fits decides; a product without one is 0. */
export type Rule = readonly [grade: 1 | 2 | 3, title: RegExp, limits?: Limits]
type JudgedQuery = readonly [text: string, kind: string, rules: readonly Rule[]]
export interface JudgedSet {
  name: string
  locale: Locale
  queries: readonly JudgedQuery[]
}

/** Returns the grade of a product, 0 to 3. */
export const gradeOf = (rules: readonly Rule[], product: JudgedProduct): number =>
  rules.find(([, title, limits]) => title.test(product.title) && isWithin(product, limits ?? {}))?.[0] ?? 0

function isWithin(product: JudgedProduct, limits: Limits): boolean {
  const { category, seller, colours, maxMinor, material, suits, notTitled } = limits
  return (
    (category === undefined || product.categorySlug === category) &&
    (seller === undefined || product.sellerSlug === seller) &&
    (colours === undefined || colours.some((colour) => product.colours.has(colour))) &&
    (maxMinor === undefined || product.priceMinor <= maxMinor) &&
    (material === undefined ||
      (typeof material === 'string' ? product.material === material : material.test(product.material))) &&
    (suits === undefined || product.suits === suits) &&
    !notTitled?.test(product.title)
  )
}
