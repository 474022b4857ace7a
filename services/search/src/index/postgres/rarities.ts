import type { Executor } from '@mallhive/service-kit/db'
import type { Locale } from '@mallhive/contracts/locales'
import { sql } from 'drizzle-orm'
import type { Concept } from '../../query/structured-query.ts'
import { bareOf } from '../../lexicon/marks.ts'
import { type Rarity, rarityOf } from '../rarity.ts'
import { type Slot, tablesOf } from './schema.ts'
import { isStorable } from './terms.ts'

const most = 5000
const longestMs = 10_000

/** Reads how rare concepts are. Stems are remembered for seconds: a list stays in order by its cursor, which holds rarities. */
export function openRarities(db: Executor) {
  let remembered = new Map<string, number>()
  let untilMs = 0
  return {
    forget: () => (remembered = new Map()),
    async of(slot: Slot, locale: Locale, concepts: Concept[]): Promise<Rarity[]> {
      if (concepts.length === 0) return []
      if (remembered.size > most || Date.now() > untilMs) {
        remembered = new Map()
        untilMs = Date.now() + longestMs
      }
      const own = remembered
      const keyOf = (stem: string) => `${slot} ${locale} ${stem}`
      const wanted = [
        '',
        ...concepts.flatMap(({ alternatives }) => alternatives.flatMap(({ stems }) => stems.map(bareOf))),
      ]
      const missing = [...new Set(wanted)].filter((stem) => isStorable(stem) && !own.has(keyOf(stem)))
      if (missing.length > 0) {
        const { rows } = await db.execute<{ stem: string; documents: number }>(sql`
          select stem, sum(documents)::int as documents from ${tablesOf[slot].words}
          where locale = ${locale} and stem = any(${sql.param(missing)}::text[]) group by stem`)
        for (const stem of missing) own.set(keyOf(stem), 0)
        for (const { stem, documents } of rows) own.set(keyOf(stem), documents)
      }
      const documentsWith = (stem: string) => own.get(keyOf(bareOf(stem))) ?? 0
      return concepts.map((concept) => rarityOf(concept, documentsWith))
    },
  }
}

export type Rarities = ReturnType<typeof openRarities>
