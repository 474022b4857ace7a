import type { Executor } from '@mallhive/service-kit/db'
import { currencyCodes } from '@mallhive/contracts/currencies'
import type { Locale } from '@mallhive/contracts/locales'
import { type SQL, sql } from 'drizzle-orm'
import { type Analyzers, localesOf } from '../analyzer.ts'
import type { ProductDocument } from '../document.ts'
import { isCounted, phrasesOf, textsOf } from '../texts.ts'
import { bareOf } from '../../lexicon/marks.ts'
import { analysed } from './analysed.ts'
import { type Slot, tablesOf, weightOf } from './schema.ts'

type Word = {
  locale: string
  word: string
  folded: string
  stem: string
  documents: number
  strong: number
  heads: number
}
type Completion = {
  locale: string
  kind: string
  phrase: string
  ref: string
  label: string
  weights: number[]
}

/** Changes of the words and completions of documents that are gathered, to be added to the tables at once. */
export interface Tallies {
  /** Adds a document's words, or with -1 takes them away. */
  count(document: ProductDocument, by: 1 | -1): void
  size(): number
  /**
   * Adds what was gathered to the tables of a slot. In one that is built, sums of zero or less stay until it is made live: other
   * tallies may hold what belongs to them.
   */
  flush(tx: Executor, slot: Slot, state: 'live' | 'building'): Promise<void>
}

/** By what completions are weighed: all documents, and those that are sold in a currency. */
const weighted = [undefined, ...currencyCodes]
const weightColumns = weighted.map((currency) => (currency ? weightOf(currency) : sql`weight`))
const listed = (written: (column: SQL, at: number) => SQL) => sql.join(weightColumns.map(written), sql`, `)

/** The row that counts all documents. */
const all = ''

export function openTallies(analyzers: Analyzers): Tallies {
  const words = new Map<string, Word>()
  const completions = new Map<string, Completion>()

  const countIn = (document: ProductDocument, locale: Locale, by: number) => {
    const { texts, analyzer } = textsOf(document, locale, analyzers)
    const addWord = (word: string, documents: number, strong: number, heads: number) => {
      const key = `${locale} ${word}`
      const had = words.get(key) ?? {
        locale,
        word,
        folded: analyzer.fold(word),
        stem: word && bareOf(analyzer.stem(word)),
        documents: 0,
        strong: 0,
        heads: 0,
      }
      had.documents += documents
      had.strong += strong
      had.heads += heads
      words.set(key, had)
    }
    const sold = weighted.map((code) =>
      code === undefined || document.prices.some(({ currency }) => currency === code) ? by : 0,
    )
    const addCompletion = (kind: string, spelt: string, ref: string, label: string) => {
      const phrase = analyzer.fold(spelt)
      const key = [locale, kind, phrase, ref].join('\n')
      const had = completions.get(key) ?? { locale, kind, phrase, ref, label, weights: [] }
      had.weights = sold.map((weight, at) => weight + (had.weights[at] ?? 0))
      completions.set(key, had)
    }
    const { title, head, facts, description } = analysed(texts, analyzer)
    const strong = new Set([...title, ...facts.flat()].filter(isCounted))
    const weak = new Set(description.filter(isCounted))
    addWord(all, by, by, 0)
    for (const word of strong) addWord(word, by, by, word === head ? by : 0)
    for (const word of weak) if (!strong.has(word)) addWord(word, by, 0, 0)

    for (const [phrase, label] of phrasesOf(texts, analyzer)) addCompletion('phrase', phrase, '', label)
    const names = [
      ...document.categorySlugs.map((slug, at) => ({
        kind: 'category',
        slug,
        name: texts.categories[at] ?? slug,
      })),
      { kind: 'shop', slug: document.seller.slug, name: document.seller.name },
    ]
    for (const { kind, slug, name } of names) {
      const tokens = analyzer.tokens(name)
      const starts = tokens.flatMap((word, at) =>
        analyzer.isStopWord(word) && at > 0 ? [] : tokens.slice(at).join(' '),
      )
      for (const phrase of new Set(starts)) addCompletion(kind, phrase, slug, name)
    }
  }

  return {
    count(document, by) {
      for (const locale of localesOf(analyzers)) countIn(document, locale, by)
    },
    size: () => words.size + completions.size,
    async flush(tx, slot, state) {
      const changedWords = [...words.values()].filter(
        ({ documents, strong, heads }) => documents !== 0 || strong !== 0 || heads !== 0,
      )
      const changedCompletions = [...completions.values()].filter(({ weights }) =>
        weights.some((weight) => weight !== 0),
      )
      words.clear()
      completions.clear()
      if (changedWords.length > 0) await addWords(tx, slot, state, changedWords)
      if (changedCompletions.length > 0) await addCompletions(tx, slot, state, changedCompletions)
    },
  }
}

/** Deletes the words and completions of a slot that no document has. */
export async function deleteUnused(tx: Executor, slot: Slot): Promise<void> {
  const { words, completions } = tablesOf[slot]
  await tx.execute(sql`delete from ${words} where documents <= 0`)
  await tx.execute(sql`delete from ${completions} where weight <= 0`)
}

type State = Parameters<Tallies['flush']>[2]

async function addWords(tx: Executor, slot: Slot, state: State, changed: Word[]): Promise<void> {
  const { words } = tablesOf[slot]
  await tx.execute(sql`
    insert into ${words} as w (locale, word, folded, stem, documents, strong, heads)
    select locale, word, folded, stem, documents, strong, heads from json_to_recordset(${JSON.stringify(changed)}::json)
      as x(locale text, word text, folded text, stem text, documents int, strong int, heads int)
    on conflict (locale, word) do update
      set documents = w.documents + excluded.documents, strong = w.strong + excluded.strong,
        heads = w.heads + excluded.heads`)
  const fewer = changed.filter(({ documents }) => documents < 0)
  if (state === 'live' && fewer.length > 0)
    await tx.execute(sql`
      delete from ${words} using unnest(
        ${sql.param(fewer.map(({ locale }) => locale))}::text[], ${sql.param(fewer.map(({ word }) => word))}::text[]) f(l, w)
      where locale = l and word = w and documents <= 0`)
}

async function addCompletions(tx: Executor, slot: Slot, state: State, changed: Completion[]): Promise<void> {
  const { completions } = tablesOf[slot]
  await tx.execute(sql`
    insert into ${completions} as c (locale, kind, phrase, ref, label, ${listed((column) => column)})
    select locale, kind, phrase, ref, label, ${listed((_, at) => sql`weights[${sql.raw(String(at + 1))}]`)}
    from json_to_recordset(${JSON.stringify(changed)}::json)
      as x(locale text, kind text, phrase text, ref text, label text, weights int[])
    on conflict (locale, kind, phrase, ref) do update
      set ${listed((column) => sql`${column} = c.${column} + excluded.${column}`)}`)
  const fewer = changed.filter(({ weights: [total = 0] }) => total < 0)
  if (state === 'live' && fewer.length > 0)
    await tx.execute(sql`
      delete from ${completions} using unnest(
        ${sql.param(fewer.map(({ locale }) => locale))}::text[], ${sql.param(fewer.map(({ phrase }) => phrase))}::text[]) f(l, p)
      where locale = l and phrase = p and weight <= 0`)
}
