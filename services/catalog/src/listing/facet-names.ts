type Facet = {
  name: string
  label: string
  /** The values go from small to large, instead of from frequent to rare. */
  ascending?: boolean
}

// The facets of the mall in the order they show. Each is an option, an attribute or, for `seller`, the shop.
export const facets: Facet[] = [
  { name: 'colour', label: 'Colour' },
  { name: 'size', label: 'Size', ascending: true },
  { name: 'shoe-size', label: 'Shoe size', ascending: true },
  { name: 'ring-size', label: 'Ring size', ascending: true },
  { name: 'volume', label: 'Volume', ascending: true },
  { name: 'weight', label: 'Weight', ascending: true },
  { name: 'measure', label: 'Size in cm', ascending: true },
  { name: 'pack', label: 'Pack', ascending: true },
  { name: 'material', label: 'Material' },
  { name: 'suits', label: 'Made for' },
  { name: 'origin', label: 'Made in' },
  { name: 'seller', label: 'Shop' },
]

export const isFacet = (name: string) => facets.some((facet) => facet.name === name)
