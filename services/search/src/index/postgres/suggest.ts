import type { Currency } from '@mallhive/contracts/currencies'
import { defaultLocale } from '@mallhive/contracts/locales'
import { sql, type SQL } from 'drizzle-orm'
import type { SuggestRequest, Suggestions } from '../port.ts'
import { type StoredCard, shownCard } from '../card.ts'
import { suggested } from '../suggested.ts'
import { liveColumn, type WithLive } from './live.ts'
import { meant } from './meant.ts'
import { priceOf, type Slot, tablesOf, weightOf } from './schema.ts'
import type { Searching } from './searching.ts'
import { anyOf, termOf } from './terms.ts'

type Deps = Pick<Searching, 'db' | 'analyzers' | 'live' | 'tags'>
type Completed = { kind: 'phrase' | 'category' | 'shop' | 'word'; phrase: string; ref: string; label: string }

const most = { phrases: 6, names: 3, words: 8 }
const mostWords = 8
/** Of the products with a word, this many are looked at for some that are sold in the currency. */
const mostRead = 250
const mostLetters = 200
const nothing: Suggestions = { products: [], categories: [], shops: [], completions: [] }

export async function suggest(deps: Deps, request: SuggestRequest): Promise<Suggestions> {
  const { db, analyzers, live } = deps
  const locale = analyzers[request.locale] ? request.locale : defaultLocale
  const analyzer = analyzers[locale]!
  const typed = analyzer
    .tokens(request.text.slice(0, mostLetters))
    .slice(0, mostWords)
    .map((word) => analyzer.fold(word))
  const begun = typed.at(-1)
  if (begun === undefined) return nothing
  // Titles without a translation have the stems of the default language.
  const stemsOf = (word: string) =>
    [...new Set([analyzer, analyzers[defaultLocale]!].map((each) => each.stem(word)))].map((stem) => [
      termOf(locale, stem),
    ])
  return live.on(async (slot, check) => {
    const before = typed.slice(0, -1).filter((word) => !analyzer.isStopWord(word))
    const limit = Math.min(Math.max(request.limit, 1), 20)
    const sought = {
      sold: sql`${priceOf(request.currency)} is not null`,
      // Some are left out: titles in another language.
      limit: locale === defaultLocale ? limit : 2 * limit,
    }
    const isWord = before.length === 0
    const { rows } = await db.execute<
      WithLive & { completed: Completed[] | null; cards: StoredCard[] | null }
    >(sql`
      with completed as materialized (${completions(slot, locale, request.currency, typed.join(' '), begun)})
      select ${liveColumn}, (select json_agg(completed) from completed) as completed,
        ${isWord ? sql`(select json_agg(card order by key desc, id desc) from (${byWord(slot, locale, sought)}) page join ${tablesOf[slot].products} using (id))` : sql`null`} as cards`)
    const row = check(rows[0]!)
    const completed = row.completed ?? []
    const of = (kind: Completed['kind']) => completed.filter((each) => each.kind === kind)
    const named = (kind: 'category' | 'shop') =>
      [...new Map(of(kind).map(({ ref, label }) => [ref, { slug: ref, name: label }])).values()].slice(
        0,
        most.names,
      )
    const last = of('word').map(({ phrase }) => phrase)
    const shown = (cards: StoredCard[]) =>
      cards.flatMap((card) => shownCard(card, request.locale, request.currency) ?? [])
    const read = async (best: SQL | undefined) =>
      best ? (await readCards(db, slot, best)).map((each) => check(each).card) : []
    const begunCards =
      isWord || last.length === 0
        ? (row.cards ?? [])
        : await read(byWords(slot, [...before.map(stemsOf), last.flatMap(stemsOf)], sought))
    return {
      products: await suggested(
        {
          begun: shown(begunCards),
          meant: async () => shown(await read(await meant(deps, slot, { ...request, limit }))),
        },
        { ...request, limit },
        analyzers,
      ),
      categories: named('category'),
      shops: named('shop'),
      completions: of('phrase').map(({ label }) => label),
    }
  })
}

/** Returns the most frequent completions of all that is typed, and of its last word. */
function completions(slot: Slot, locale: string, currency: Currency, typed: string, begun: string): SQL {
  const { completions: table, words } = tablesOf[slot]
  const weight = weightOf(currency)
  // No character of a word sorts behind it.
  const begins = (column: SQL, text: string) =>
    sql`${column} >= ${text} and ${column} < ${`${text}\u{10ffff}`}`
  const ofKinds = (kinds: SQL, limit: number) => sql`(
    select kind, phrase, ref, label from ${table}
    where locale = ${locale} and kind ${kinds} and ${begins(sql`phrase`, typed)} and ${weight} > 0
    order by ${weight} desc, phrase limit ${sql.raw(String(limit))})`
  return sql`
    ${ofKinds(sql`= 'phrase'`, most.phrases)} union all
    ${ofKinds(sql`in ('category', 'shop')`, most.names * 4)} union all (
      select 'word', folded, '', '' from ${words}
      where locale = ${locale} and ${begins(sql`folded`, begun)} and strong > 0
      order by strong desc, word limit ${sql.raw(String(most.words))})`
}

type Most = { sold: SQL; limit: number }

/** Returns the most popular products that are sold with one of the words of `completed` in their title. */
function byWord(slot: Slot, locale: string, { sold, limit }: Most): SQL {
  const { titleWords, listings } = tablesOf[slot]
  // `limit 1` has each listing looked up, in the order of the words' index, and only until enough are found.
  return sql`
    select distinct popularity as key, id from (select phrase as begun from completed where kind = 'word') words cross join lateral (
      select popularity, w.id from (
        select popularity, id from ${titleWords} where locale = ${locale} and word = begun
        order by popularity desc, id desc limit ${mostRead}) w cross join lateral (
        select from ${listings} l where l.id = w.id and l.locale = ${locale} and ${sold} limit 1) listed
      order by popularity desc, w.id desc limit ${limit}) best
    order by key desc, id desc limit ${limit}`
}

/** Returns the most popular products that are sold with all of these in their titles. */
function byWords(slot: Slot, stems: string[][][], { sold, limit }: Most): SQL {
  const query = stems.map((alternatives) => `(${anyOf(alternatives)})`).join('&')
  // Not by the index in that order: few products have all words.
  return sql`
    select popularity as key, id from ${tablesOf[slot].listings} where title @@ ${query}::tsquery and strong @@ ${query}::tsquery and ${sold}
    order by popularity + 0 desc, id desc limit ${limit}`
}

async function readCards(db: Deps['db'], slot: Slot, found: SQL) {
  const { rows } = await db.execute<WithLive & { card: StoredCard }>(sql`
    with page as (${found})
    select ${liveColumn}, card from page join ${tablesOf[slot].products} using (id) order by key desc, id desc`)
  return rows
}
