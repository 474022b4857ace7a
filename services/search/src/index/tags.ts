import type { ProductDocument } from './document.ts'

export type Tag = { name: string; value: string }

/** What is counted: facets, the shop, the categories. */
export const tagsOf = ({ facets, seller, categorySlugs }: ProductDocument): Tag[] =>
  unique([
    ...facets.map(({ name, value }) => ({ name, value })),
    { name: 'seller', value: seller.slug },
    ...categorySlugs.map((value) => ({ name: 'category', value })),
  ])

/** By what products are preferred. */
export const traitsOf = ({ colours, sizes, audience, gift, facets }: ProductDocument): Tag[] =>
  unique([
    ...traits('colour', colours),
    ...traits('size', sizes),
    ...traits('audience', audience),
    ...traits('gift', gift ? ['yes'] : []),
    ...traits(
      'material',
      facets.flatMap(({ name, value }) => (name === 'material' ? value : [])),
    ),
  ])

export const traits = (name: string, values: string[] = []): Tag[] =>
  values.map((value) => ({ name: `~${name}`, value: value.toLowerCase() }))

export const keyOf = ({ name, value }: Tag): string => `${name}\n${value}`

export const unique = (list: Tag[]): Tag[] => [...new Map(list.map((tag) => [keyOf(tag), tag])).values()]
