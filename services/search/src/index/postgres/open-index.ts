import type { Db } from '@mallhive/service-kit/db'
import type { Locale } from '@mallhive/contracts/locales'
import { defaultLocale } from '@mallhive/contracts/locales'
import { sql } from 'drizzle-orm'
import type { Analyzers } from '../analyzer.ts'
import { amend } from './amend.ts'
import type { ProductIndex, Vocabulary } from '../port.ts'
import { type Change, changesOf } from './change.ts'
import { isLiveBuilt, lockSlots } from './generations.ts'
import { liveColumn, openLive, type WithLive } from './live.ts'
import { openRarities } from './rarities.ts'
import { rebuild } from './rebuild.ts'
import { rememberCounts } from './remembered-counts.ts'
import { rememberTexts } from './remembered-texts.ts'
import { tablesOf } from './schema.ts'
import { search } from './search.ts'
import type { Searching } from './searching.ts'
import { suggest } from './suggest.ts'
import { openTags } from './tags.ts'
import { openTallies } from './tallies.ts'
import { touchScopes, writeChanges } from './write.ts'

/**
 * The index in PostgreSQL. `db` plans each statement for its values (`plans: 'auto'`): the best plan depends on how frequent
 * the words are. Searches may have connections of their own.
 */
export function openPostgresIndex(db: Db, analyzers: Analyzers, reads: Db = db): ProductIndex {
  const tags = openTags(reads, db)
  const deps: Searching = {
    db: reads,
    analyzers,
    tags,
    live: openLive(reads),
    rarities: openRarities(reads),
    counts: rememberCounts(),
    texts: rememberTexts(),
  }
  const write = async (changes: Change[]) => {
    if (changes.length === 0) return
    await db.transaction(async (tx) => {
      const tallies = openTallies(analyzers)
      for (const { slot, state } of await lockSlots(tx)) {
        if (state === 'idle') continue
        const touched = await writeChanges(tx, slot, changes, { tallies, analyzers })
        await tallies.flush(tx, slot, state)
        if (state === 'live') await touchScopes(tx, touched)
      }
    })
    deps.rarities.forget()
  }
  return {
    put: async (documents) => write(await changesOf(documents, deps)),
    remove: (products) =>
      write(products.map((product) => ({ ...product, document: null, titleWords: [], listings: [] }))),
    amend: (products) => amend(db, products),
    search: (query) => search(deps, query),
    suggest: (request) => suggest(deps, request),
    vocabulary: (locale) => readVocabulary({ ...deps, db }, locale),
    rebuild: () => rebuild(db, deps),
    isFilled: () => isLiveBuilt(reads),
    settled: async () => {},
  }
}

type Row = WithLive & {
  words: [word: string, documents: number, strong: number, heads: number][] | null
  shops: { slug: string; name: string }[] | null
  categories: { slug: string; name: string }[] | null
}

function readVocabulary({ db, live, analyzers }: Searching, asked: Locale): Promise<Vocabulary> {
  const locale = analyzers[asked] ? asked : defaultLocale
  return live.on(async (slot, check) => {
    const { words, completions } = tablesOf[slot]
    const named = (kind: string) => sql`(select json_agg(s) from (
      select distinct ref as slug, label as name from ${completions}
      where locale = ${locale} and kind = ${kind}) s)`
    const { rows } = await db.execute<Row>(sql`
      select ${liveColumn},
        (select json_agg(json_build_array(word, documents, strong, heads)) from ${words}
          where locale = ${locale} and word <> '') as words,
        ${named('shop')} as shops, ${named('category')} as categories`)
    const row = check(rows[0]!)
    return {
      words: new Map(
        (row.words ?? []).map(([word, documents, strong, heads]) => [word, { documents, strong, heads }]),
      ),
      shops: row.shops ?? [],
      categories: row.categories ?? [],
    }
  })
}
