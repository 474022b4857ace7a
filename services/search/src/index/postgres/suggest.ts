import { defaultLocale } from '@mallhive/contracts/locales'
import { sql, type SQL } from 'drizzle-orm'
import type { SuggestRequest, Suggestions } from '../port.ts'
import { type StoredCard, shownCard } from '../card.ts'
import { liveColumn, type WithLive } from './live.ts'
import { priceOf, type Slot, tablesOf } from './schema.ts'
import type { Searching } from './searching.ts'
import { anyOf } from './terms.ts'

type Deps = Pick<Searching, 'db' | 'analyzers' | 'live'>
type Completed = { kind: 'phrase' | 'category' | 'shop' | 'word'; phrase: string; ref: string; label: string }

const most = { phrase: 6, category: 3, shop: 3, word: 8 }
const mostWords = 8
const mostLetters = 200
const nothing: Suggestions = { products: [], categories: [], shops: [], completions: [] }

export async function suggest({ db, analyzers, live }: Deps, request: SuggestRequest): Promise<Suggestions> {
  const locale = analyzers[request.locale] ? request.locale : defaultLocale
  const analyzer = analyzers[locale]!
  const words = analyzer
    .tokens(request.text.slice(0, mostLetters))
    .slice(0, mostWords)
    .map((word) => analyzer.fold(word))
  // Titles without a translation have the stems of the default language.
  const stemsOf = (word: string) =>
    [...new Set([analyzer, analyzers[defaultLocale]!].map((each) => each.stem(word)))].map((stem) => [stem])
  const begun = words.at(-1)
  if (begun === undefined) return nothing
  return live.on(async (slot, check) => {
    const typed = words.join(' ')
    const { rows } = await db.execute<WithLive & { completed: Completed[] | null }>(sql`
      select ${liveColumn}, (select json_agg(c) from (${completions(slot, locale, typed, begun)}) c) as completed`)
    const completed = check(rows[0]!).completed ?? []
    const of = (kind: Completed['kind']) => completed.filter((each) => each.kind === kind)
    const last = of('word').flatMap(({ phrase }) => stemsOf(phrase))
    const before = words.slice(0, -1).filter((word) => !analyzer.isStopWord(word))
    const inTitle = [...before.map((word) => anyOf(stemsOf(word), 'AB')), anyOf(last, 'AB')]
    const products = last.length > 0 ? await readProducts(db, slot, { ...request, locale, inTitle }) : []
    const named = (kind: 'category' | 'shop') =>
      of(kind).map(({ ref, label }) => ({ slug: ref, name: label }))
    return {
      products: products.flatMap((row) => shownCard(check(row).card, request.locale, request.currency) ?? []),
      categories: named('category'),
      shops: named('shop'),
      completions: of('phrase').map(({ label }) => label),
    }
  })
}

/** Returns the most frequent completions of each kind: of all that is typed, and words that the last one begins. */
function completions(slot: Slot, locale: string, typed: string, begun: string): SQL {
  const { completions: table, words } = tablesOf[slot]
  // Phrases consist of letters, digits and spaces, which sort before it.
  const begins = (column: SQL, text: string) =>
    sql`${column} >= ${text} and ${column} < ${`${text}\u{10ffff}`}`
  const ofKind = (kind: 'phrase' | 'category' | 'shop') => sql`(
    select ${sql.raw(`'${kind}'`)} as kind, min(phrase) as phrase, ref, min(label) as label, max(weight) as weight
    from ${table}
    where locale = ${locale} and kind = ${sql.raw(`'${kind}'`)} and ${begins(sql`phrase`, typed)}
    group by ref, case when ref = '' then phrase end order by weight desc, phrase limit ${sql.raw(String(most[kind]))})`
  return sql`
    ${ofKind('phrase')} union all ${ofKind('category')} union all ${ofKind('shop')} union all (
      select 'word', word, '', '', strong from ${words}
      where locale = ${locale} and ${begins(sql`folded`, begun)} and strong > 0
      order by strong desc, word limit ${sql.raw(String(most.word))})`
}

type Wanted = SuggestRequest & { inTitle: string[] }

async function readProducts(db: Deps['db'], slot: Slot, { locale, currency, limit, inTitle }: Wanted) {
  const { listings, products } = tablesOf[slot]
  const { rows } = await db.execute<WithLive & { card: StoredCard }>(sql`
    with page as (
      select id, popularity from ${listings}
      where locale = ${locale} and ${priceOf(currency)} is not null
        and strong @@ ${inTitle.map((query) => `(${query})`).join('&')}::tsquery
      order by popularity desc, id desc limit ${Math.min(Math.max(limit, 1), 20)})
    select ${liveColumn}, card from page join ${products} using (id) order by popularity desc, id desc`)
  return rows
}
