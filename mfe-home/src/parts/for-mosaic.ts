import type { ProductTile } from '@mallhive/bff-home/router'

const places = 8

/** Returns the products for the mosaic: with a picture, and of as many colours as possible. */
export function forMosaic(featured: ProductTile[]): ProductTile[] {
  const pictured = featured.filter(({ picture }) => picture)
  const firstOfHue = pictured.filter(
    ({ hue }, index) => pictured.findIndex((other) => other.hue === hue) === index,
  )
  const others = pictured.filter((product) => !firstOfHue.includes(product))
  return [...firstOfHue, ...others].slice(0, places)
}
