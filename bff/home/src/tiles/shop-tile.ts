import type { Seller } from '@mallhive/contracts/catalog'
import { defaultLocale } from '@mallhive/contracts/locales'
import { foreignLang } from '@mallhive/mfe-kit/bff/foreign-lang'
import type { PictureView, ProductTile } from './product-tile.ts'

/** A shop with a few of its products. */
export type ShopTile = {
  slug: string
  name: string
  about: string
  /** The language of `about`, where it is not the page's. */
  aboutLang?: string
  city: string
  country: string
  hue: number
  pictures: PictureView[]
}

const onTheCounter = 3

export function toShopTiles(sellers: Seller[], products: ProductTile[], pageLang: string): ShopTile[] {
  return sellers.map((seller, index) => {
    const own = products.filter((product) => product.seller === seller.name)
    return {
      slug: seller.slug,
      name: seller.name,
      about: seller.about,
      aboutLang: foreignLang(defaultLocale, pageLang),
      city: seller.city,
      country: seller.country,
      // The hue of the shop's first product, else spread by position around the colour circle.
      hue: own[0]?.hue ?? (index * 137) % 360,
      pictures: own.flatMap(({ picture }) => picture ?? []).slice(0, onTheCounter),
    }
  })
}
