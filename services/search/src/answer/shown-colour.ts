import { defaultLocale, type Locale } from '@mallhive/contracts/locales'
import type { Catalogue } from '../catalogue/catalogue.ts'
import type { IndexCard } from '../index/port.ts'
import { analysisOf } from '../lexicon/analysis.ts'
import type { StructuredQuery } from '../query/structured-query.ts'
import type { Filter } from './facet-lists.ts'

type Asked = { structured: StructuredQuery | undefined; filters: Filter[]; locale: Locale }

/**
 * Returns how a list orders the colours that a product may be shown in, -1 where it does not ask for one: those chosen as a
 * filter, those that the query names, those that it prefers.
 */
export function colourRank(
  { structured, filters, locale }: Asked,
  { labels }: Pick<Catalogue, 'labels'>,
): (colour: string) => number {
  const chosen = filters.find(({ name }) => name === 'colour')?.values ?? []
  const { values = [], near = [] } = structured?.preferences.colours ?? {}
  const stems = new Set(
    structured?.concepts.flatMap(({ alternatives }) => alternatives.flatMap((each) => each.stems)),
  )
  const isNamed = (colour: string) =>
    stems.size > 0 &&
    [locale, defaultLocale].some((language) => {
      const label = labels.get(`colour:${colour}`)?.[language]
      const terms = label ? analysisOf(language).terms(label) : []
      return terms.length > 0 && terms.every((term) => stems.has(term))
    })
  const preferred = [...values, ...near]
  const rankOf = (colour: string) => {
    if (chosen.includes(colour)) return 0
    if (isNamed(colour)) return 1
    return preferred.includes(colour) ? 2 + preferred.indexOf(colour) : -1
  }
  // A page repeats the colours of the palette.
  const ranks = new Map<string, number>()
  return (colour) => {
    const rank = ranks.get(colour) ?? rankOf(colour)
    ranks.set(colour, rank)
    return rank
  }
}

/** Returns a card with the picture of the colour that the list prefers, and the options that this picture shows. */
export function inShownColour(
  card: IndexCard,
  rank: (colour: string) => number,
): { card: IndexCard; options: Record<string, string> } {
  const ranked = card.colourImages
    .map((image) => ({ ...image, rank: rank(image.colour) }))
    .filter((image) => image.rank >= 0)
    .toSorted((one, other) => one.rank - other.rank)
  const [best] = ranked
  if (!best) return { card, options: {} }
  const { colour, path, alt, widths } = best
  return { card: { ...card, image: { path, alt, widths } }, options: { colour } }
}
