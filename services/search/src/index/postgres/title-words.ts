import type { Executor } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'
import { type Analyzers, localesOf } from '../analyzer.ts'
import type { ProductDocument } from '../document.ts'
import { analysed } from './analysed.ts'
import { isCounted, textsOf } from '../texts.ts'
import { standingOf } from '../standing.ts'
import { type Slot, tablesOf } from './schema.ts'

type TitleWord = { locale: string; word: string; popularity: number; id: string }

export function titleWordsOf(document: ProductDocument, analyzers: Analyzers): TitleWord[] {
  const { popularity } = standingOf(document, 0)
  return localesOf(analyzers).flatMap((locale) => {
    const { texts, analyzer } = textsOf(document, locale, analyzers)
    const words = analysed(texts, analyzer).title.filter(
      (word) => !analyzer.isStopWord(word) && isCounted(word),
    )
    const folded = new Set(words.map((word) => analyzer.fold(word)))
    return [...folded].map((word) => ({ locale, word, popularity, id: document.id }))
  })
}

export async function insertTitleWords(tx: Executor, slot: Slot, rows: TitleWord[]): Promise<void> {
  if (rows.length === 0) return
  await tx.execute(sql`
    insert into ${tablesOf[slot].titleWords} (locale, word, popularity, id) select * from ${listed(rows)}`)
}

export async function deleteTitleWords(tx: Executor, slot: Slot, rows: TitleWord[]): Promise<void> {
  if (rows.length === 0) return
  await tx.execute(sql`
    delete from ${tablesOf[slot].titleWords} w using ${listed(rows)}
    where w.locale = l.locale and w.word = l.word and w.popularity = l.popularity and w.id = l.id`)
}

const listed = (rows: TitleWord[]) => sql`unnest(
  ${sql.param(rows.map(({ locale }) => locale))}::text[], ${sql.param(rows.map(({ word }) => word))}::text[],
  ${sql.param(rows.map(({ popularity }) => popularity))}::bigint[],
  ${sql.param(rows.map(({ id }) => id))}::uuid[]) l(locale, word, popularity, id)`
