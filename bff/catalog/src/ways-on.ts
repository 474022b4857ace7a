import type { Facet } from '@mallhive/contracts/catalog'
import { foreignLang } from '@mallhive/mfe-kit/bff/foreign-lang'

/** A search that differs from an empty one in one choice, and finds something. `facet`: the one that is taken back. */
export type WayOn = { total: number } & (
  | { kind: 'words'; query: string; category?: { slug: string; label: string; lang?: string } }
  | { kind: 'facet'; facet: string }
  | { kind: 'price' }
)

type Found = { total: number; facets: Facet[] }
type Asked = { query: string; facets: string[]; isPriced: boolean }
type Change = { query?: string; withoutFacet?: string; withoutPrice?: boolean }

// Each is a search of its own.
const mostFacets = 3
const mostWords = 5
const mostShown = 3

/**
 * Returns what a search finds without one of its facets, its price or one of its words, with the category that most of that is in.
 * A search that fails is left out.
 */
export async function waysOn(
  { query, facets, isPriced }: Asked,
  pageLang: string,
  read: (change: Change) => Promise<Found>,
): Promise<WayOn[]> {
  const find = async (change: Change, toWay: (found: Found) => WayOn) =>
    read(change).then(toWay, () => undefined)
  const ways = await Promise.all([
    ...facets
      .slice(0, mostFacets)
      .map((facet) => find({ withoutFacet: facet }, ({ total }) => ({ kind: 'facet', facet, total }))),
    ...(isPriced ? [find({ withoutPrice: true }, ({ total }) => ({ kind: 'price', total }))] : []),
    ...shorter(query).map((text) =>
      find({ query: text }, (found) => ({
        kind: 'words',
        query: text,
        total: found.total,
        category: mostIn(found, pageLang),
      })),
    ),
  ])
  return ways
    .filter((way) => way !== undefined)
    .filter(({ total }) => total > 0)
    .slice(0, mostShown)
}

/** Returns a query without one of its words, the last one first; nothing for phrases. */
function shorter(query: string): string[] {
  const words = query.split(/\s+/).filter(Boolean)
  if (words.length < 2 || words.length > mostWords || query.includes('"')) return []
  return [...new Set(words.map((_, at) => words.toSpliced(at, 1).join(' ')))].toReversed()
}

function mostIn({ facets }: Found, pageLang: string) {
  const leaves = facets.find(({ name }) => name === 'category')?.values.filter(({ parent }) => parent !== '')
  const [most] = leaves?.toSorted((one, other) => other.count - one.count) ?? []
  return most && { slug: most.value, label: most.label, lang: foreignLang(most.locale, pageLang) }
}
