import type { Concept } from '../query/structured-query.ts'

/** How rare a concept is, whether a document meets it at all, and how many do at most. */
export type Rarity = { rarity: number; known: boolean; most: number }

/** Reads a rarity as a cursor holds it: 0 where no document meets the concept. */
export const knownRarity = (rarity: number): Rarity => ({
  rarity,
  known: rarity > 0,
  most: Infinity,
})

/** The head of a query counts more than its other words. */
const ofHead = 1.5

/** One for a concept, that of its most frequent alternative: else a rare synonym would outrank the word itself. */
export function rarityOf(
  { alternatives, isHead = false }: Concept,
  documentsWith: (stem: string) => number,
): Rarity {
  const all = documentsWith('')
  const met = alternatives
    .map(({ stems }) => Math.min(all, ...stems.map(documentsWith)))
    .filter((documents) => documents > 0)
  if (met.length === 0) return knownRarity(0)
  const documents = Math.max(...met)
  const rarity = Math.log(1 + (all - documents + 0.5) / (documents + 0.5))
  // Numbers are not counted everywhere.
  const isCounted = !alternatives.some(({ stems }) => stems.some((stem) => /\d/.test(stem)))
  return {
    ...knownRarity(Math.max(0.001, Math.round(rarity * (isHead ? ofHead : 1) * 1000) / 1000)),
    ...(isCounted && { most: met.reduce((sum, each) => sum + each, 0) }),
  }
}

/** Returns those of each concept that any product meets: the others say nothing about it. */
export const knownOf = <T>(each: T[], rarities: Rarity[]): T[] => each.filter((_, at) => rarities[at]?.known)

/** Of two concepts one is enough, of more than two more than half. */
export const mostOf = (concepts: number): number => (concepts <= 2 ? 1 : Math.floor(concepts / 2) + 1)
