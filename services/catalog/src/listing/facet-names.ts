// The facets of the mall in the order they show. Each is an option, an attribute or, for `seller`, the shop.
export const facets = [
  { name: 'colour', label: 'Colour' },
  { name: 'size', label: 'Size' },
  { name: 'material', label: 'Material' },
  { name: 'suits', label: 'Made for' },
  { name: 'origin', label: 'Made in' },
  { name: 'seller', label: 'Shop' },
]

export const isFacet = (name: string) => facets.some((facet) => facet.name === name)
