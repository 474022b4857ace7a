import type { CartLine } from '@mallhive/contracts/cart'
import { type Product, ProductStatus, type Variant } from '@mallhive/contracts/catalog'
import type { StockLevel } from '@mallhive/contracts/inventory'
import { minorOf } from '@mallhive/contracts/money'
import { foreignLang } from '@mallhive/mfe-kit/bff/foreign-lang'
import { type ChosenOptionView, toChosenOptions } from '@mallhive/mfe-kit/bff/chosen-options'

export type CartLineView = {
  sku: string
  quantity: number
  title: string
  /** The language of the title, where it is not the page's. */
  lang?: string
  /** Empty for a product without options. */
  options: ChosenOptionView[]
  sellerName: string
  href?: string
  image?: { path: string; alt: string; widths: number[] }
  hue?: number
  currency: string
  unitMinor: number
  totalMinor: number
  /** The price when the line was added; absent unless it has changed since. */
  seenMinor?: number
  /** Units left, where known. */
  available?: number
  /** short: fewer left than wanted. gone: no longer for sale. unknown: the catalogue does not answer. */
  state: 'ok' | 'short' | 'sold-out' | 'gone' | 'unknown'
  productId?: string
}

/** Products or levels are undefined when their service does not answer. */
export type KnownOfCart = {
  currency: string
  lang: string
  products: Product[] | undefined
  levels: StockLevel[] | undefined
}

export function toLineView(line: CartLine, { currency, lang, products, levels }: KnownOfCart): CartLineView {
  const seen = { minor: minorOf(line.seenPrice), currency: line.seenPrice?.currency ?? currency }
  const available = levels?.find((level) => level.sku === line.sku)?.available
  const product = products?.find(({ variants }) => variants.some((variant) => variant.sku === line.sku))
  const variant = product?.variants.find(({ sku }) => sku === line.sku)
  const price = variant && priceIn(variant, currency)
  if (!product || !variant || !price || product.status !== ProductStatus.ACTIVE) {
    const state = products ? 'gone' : 'unknown'
    const title = product?.title ?? line.sku
    const titleLang = product && foreignLang(product.locale, lang)
    return { ...asRemembered(line, seen), title, lang: titleLang, available, state }
  }

  const image = variant.image ?? product.images[0]
  return {
    sku: line.sku,
    quantity: line.quantity,
    title: product.title,
    lang: foreignLang(product.locale, lang),
    options: toChosenOptions(chosenOf(product, variant), lang),
    sellerName: product.seller?.name ?? '',
    href: hrefOf(product, variant),
    image: image && { path: image.path, alt: image.alt, widths: [...image.widths] },
    hue: product.category?.tintHue,
    currency,
    unitMinor: price.minor,
    totalMinor: price.minor * line.quantity,
    // Only comparable within one currency.
    seenMinor: seen.currency === currency && seen.minor !== price.minor ? seen.minor : undefined,
    available,
    state: stateOf(line.quantity, levels ? (available ?? 0) : undefined),
    productId: product.id,
  }
}

function asRemembered(line: CartLine, seen: { minor: number; currency: string }) {
  return {
    sku: line.sku,
    quantity: line.quantity,
    options: [],
    sellerName: '',
    currency: seen.currency,
    unitMinor: seen.minor,
    totalMinor: seen.minor * line.quantity,
  }
}

function stateOf(quantity: number, available: number | undefined): CartLineView['state'] {
  if (available === undefined || available >= quantity) return 'ok'
  return available > 0 ? 'short' : 'sold-out'
}

function priceIn(variant: Variant, currency: string): { minor: number } | undefined {
  const found = variant.prices.find(({ price }) => price?.currency === currency)?.price
  return found && { minor: minorOf(found) }
}

const chosenOf = ({ options }: Product, variant: Variant) =>
  options.flatMap(({ name, label, locale: labelLocale, values }) => {
    const chosen = values.find(({ value }) => value === variant.options[name])
    return chosen ? [{ label, labelLocale, value: chosen.label, valueLocale: chosen.locale }] : []
  })

function hrefOf(product: Product, variant: Variant): string {
  const chosen = new URLSearchParams(
    product.options.flatMap(({ name }): [string, string][] => {
      const value = variant.options[name]
      return value ? [[name, value]] : []
    }),
  )
  return `/p/${product.slug}${chosen.size > 0 ? `?${chosen}` : ''}`
}
