import type { Client } from '@opensearch-project/opensearch'
import type { Locale } from '@mallhive/contracts/locales'
import type { Concept } from '../../query/structured-query.ts'
import { type Rarity, rarityOf } from '../rarity.ts'
import { ask } from './ask.ts'
import { stemField } from './match.ts'

const mostRemembered = 5000
const longestMs = 10_000

/** Reads how rare concepts are. Stems are remembered for seconds: a list stays in order by its cursor, which holds rarities. */
export function openRarities(client: Client) {
  let remembered = new Map<string, number>()
  let untilMs = 0
  return {
    forget: () => (remembered = new Map()),
    async of(generation: string, locale: Locale, concepts: Concept[]): Promise<Rarity[]> {
      if (concepts.length === 0) return []
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
    },
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
