import type { ProductDocument } from './document.ts'
import { offersOf } from './own-facets.ts'
import type { Tag } from './tag.ts'

/** Averages from which on a product counts as rated that well or better. */
export const ratings = [4.5, 4, 3]

/**
 * What is counted: facets, the shop, the categories, what the product is rated at least, offers. Whether it is in stock is counted,
 * too, but changes more often.
 */
export const tagsOf = ({
  facets,
  seller,
  categorySlugs,
  ratingAverage,
  ratingCount,
  prices,
}: ProductDocument): Tag[] =>
  unique([
    ...facets.map(({ name, value }) => ({ name, value })),
    { name: 'seller', value: seller.slug },
    ...categorySlugs.map((value) => ({ name: 'category', value })),
    ...ratings
      .filter((least) => ratingCount > 0 && ratingAverage >= least)
      .map((least) => ({ name: 'rating', value: `${least}` })),
    ...offersOf({ prices }),
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
