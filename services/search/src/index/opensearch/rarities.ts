import type { Client } from '@opensearch-project/opensearch'
import type { Locale } from '@mallhive/contracts/locales'
import type { Concept } from '../../query/structured-query.ts'
import { ask } from './ask.ts'
import { stemField } from './match.ts'

/** How rare a concept is, and whether any document meets it. */
export type Rarity = { rarity: number; known: boolean }

/** Reads a rarity as a cursor holds it: 0 where no document meets the concept. */
export const knownRarity = (rarity: number): Rarity => ({ rarity, known: rarity > 0 })

const mostRemembered = 5000
const longestMs = 10_000

/** Reads how rare concepts are. Stems are remembered for seconds: a list stays in order by its cursor, which holds rarities. */
export function openRarities(client: Client) {
  let remembered = new Map<string, number>()
  let untilMs = 0
  return async (generation: string, locale: Locale, concepts: Concept[]): Promise<Rarity[]> => {
    if (remembered.size > mostRemembered || Date.now() > untilMs) {
      remembered = new Map()
      untilMs = Date.now() + longestMs
    }
    const own = remembered
    const keyOf = (stem: string) => `${generation} ${locale} ${stem}`
    const wanted = concepts.flatMap(({ alternatives }) => alternatives.flatMap(({ stems }) => stems))
    const missing = ['', ...new Set(wanted)].filter((stem) => !own.has(keyOf(stem)))
    if (missing.length > 0) {
      const counts = await countDocuments(client, generation, locale, missing)
      missing.forEach((stem, at) => own.set(keyOf(stem), counts[at] ?? 0))
    }
    const documentsWith = (stem: string) => own.get(keyOf(stem)) ?? 0
    return concepts.map((concept) => rarityOf(concept, documentsWith))
  }
}

export type Rarities = ReturnType<typeof openRarities>

/** Counts the documents with each of these stems; the empty one stands for all documents. */
async function countDocuments(
  client: Client,
  index: string,
  locale: Locale,
  stems: string[],
): Promise<number[]> {
  const filters = stems.map((stem) =>
    stem === ''
      ? { exists: { field: 'popularity' } }
      : { term: { [stemField(locale, 'all')]: { value: stem } } },
  )
  const { aggregations } = await ask<never, { stems: { buckets: { doc_count: number }[] } }>(client, index, {
    size: 0,
    track_total_hits: false,
    aggs: { stems: { filters: { filters } } },
  })
  return aggregations.stems.buckets.map((bucket) => bucket.doc_count)
}

/** One for a concept, that of its most frequent alternative: else a rare synonym would outrank the word itself. */
function rarityOf({ alternatives }: Concept, documentsWith: (stem: string) => number): Rarity {
  const all = documentsWith('')
  const met = alternatives
    .map(({ stems }) => Math.min(all, ...stems.map(documentsWith)))
    .filter((documents) => documents > 0)
  const documents = Math.max(0, ...met)
  const rarity = Math.log(1 + (all - documents + 0.5) / (documents + 0.5))
  return met.length > 0 ? knownRarity(Math.max(0.001, Math.round(rarity * 1000) / 1000)) : knownRarity(0)
}
