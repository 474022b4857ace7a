import type { Executor } from '@mallhive/service-kit/db'
import type { Locale } from '@mallhive/contracts/locales'
import { sql } from 'drizzle-orm'
import type { Concept } from '../../query/structured-query.ts'
import { type Slot, tablesOf } from './schema.ts'
import { isStorable } from './terms.ts'

/** How rare a concept is, and whether a document meets it at all. */
export type Rarity = { rarity: number; known: boolean }

const most = 5000
const longestMs = 10_000

/** Reads how rare concepts are. Stems are remembered for seconds: a list stays in order by its cursor, which holds rarities. */
export function openRarities(db: Executor) {
  let remembered = new Map<string, number>()
  let untilMs = 0
  return {
    forget: () => remembered.clear(),
    async of(slot: Slot, locale: Locale, concepts: Concept[]): Promise<Rarity[]> {
      if (remembered.size > most || Date.now() > untilMs) {
        remembered = new Map()
        untilMs = Date.now() + longestMs
      }
      const own = remembered
      const keyOf = (stem: string) => `${slot} ${locale} ${stem}`
      const wanted = [
        '',
        ...concepts.flatMap(({ alternatives }) => alternatives.flatMap(({ stems }) => stems)),
      ]
      const missing = [...new Set(wanted)].filter((stem) => isStorable(stem) && !own.has(keyOf(stem)))
      if (missing.length > 0) {
        const { rows } = await db.execute<{ stem: string; documents: number }>(sql`
          select stem, sum(documents)::int as documents from ${tablesOf[slot].words}
          where locale = ${locale} and stem = any(${sql.param(missing)}::text[]) group by stem`)
        for (const stem of missing) own.set(keyOf(stem), 0)
        for (const { stem, documents } of rows) own.set(keyOf(stem), documents)
      }
      const documentsWith = (stem: string) => own.get(keyOf(stem)) ?? 0
      return concepts.map((concept) => rarityOf(concept, documentsWith))
    },
  }
}

export type Rarities = ReturnType<typeof openRarities>

/** One for a concept, that of its most frequent alternative: else a rare synonym would outrank the word itself. */
function rarityOf({ alternatives }: Concept, documentsWith: (stem: string) => number): Rarity {
  const all = documentsWith('')
  const met = alternatives
    .map(({ stems }) => Math.min(all, ...stems.map(documentsWith)))
    .filter((documents) => documents > 0)
  const documents = Math.max(0, ...met)
  const rarity = Math.log(1 + (all - documents + 0.5) / (documents + 0.5))
  return { rarity: Math.round(rarity * 1000) / 1000, known: met.length > 0 }
}
