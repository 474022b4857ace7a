import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { withoutMarks } from './analysis.ts'
import { tokens } from './tokens.ts'

/** Languages whose names of things are known: CLDR's, by emojibase. */
const sources: readonly string[] = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt']

/** Names of food, places, activities and things in many languages. A thing is known by its emoji. */
export interface Names {
  /**
   * Returns names in a language for what a word of another means.
   * @param word without diacritics
   * @param from languages that the word may be of; all by default
   */
  translate(word: string, to: string, from?: readonly string[]): Translation[]
  /** Whether a word without diacritics names something in one of these languages, by default in any. */
  has(word: string, from?: readonly string[]): boolean
  /** Returns words of the labels of a language, without diacritics. */
  of(language: string): Iterable<string>
}

export interface Translation {
  words: string[]
  /** Up to 1. */
  weight: number
  /** The word is the whole name of the thing, or several things agree. */
  isSure: boolean
}

interface Emoji {
  hexcode: string
  group?: number
  label: string
  tags?: string[]
}

const [foodGroup, objectsGroup] = [4, 7]
let loaded: Promise<Names> | undefined

/** Loads the names once. */
export const loadNames = (): Promise<Names> => (loaded ??= read())

/** A thing that a word is said of: in a language's label, or only in a tag. */
type Use = { thing: number; source: number; isLabel: boolean }

// As one number: memory counts with twenty thousand words.
const pack = ({ thing, source, isLabel }: Use): number => thing * 16 + source * 2 + Number(isLabel)
const unpack = (packed: number): Use => ({
  thing: packed >> 4,
  source: (packed >> 1) & 7,
  isLabel: (packed & 1) === 1,
})

async function read(): Promise<Names> {
  const labels = new Map<string, string[][]>()
  const uses = new Map<string, number[]>()
  const numbers = new Map<string, number>()
  for (const [source, language] of sources.entries()) {
    const own: string[][] = []
    for (const { hexcode, label, tags = [] } of await emojisOf(language)) {
      const thing = numbers.get(hexcode) ?? numbers.size
      numbers.set(hexcode, thing)
      own[thing] = tokens(label)
      const labelled = new Set(own[thing].map(withoutMarks).filter((word) => word.length > 2))
      const tagged = tags
        .map(tokens)
        .flatMap(([word, ...more]) => (word && more.length === 0 ? withoutMarks(word) : []))
      const others = new Set(tagged.filter((word) => word.length > 3 && !labelled.has(word)))
      for (const [words, isLabel] of [
        [labelled, true],
        [others, false],
      ] as const) {
        for (const word of words)
          uses.set(word, [...(uses.get(word) ?? []), pack({ thing, source, isLabel })])
      }
    }
    labels.set(language, own)
  }

  const usesOf = (word: string, from: readonly string[]) =>
    (uses.get(word) ?? []).map(unpack).filter(({ source }) => from.includes(sources[source]!))
  const isLabelled = (word: string, language: string) =>
    usesOf(word, [language]).some(({ isLabel }) => isLabel)

  return {
    has: (word, from = sources) => usesOf(word, from).length > 0,
    translate(word, to, from = sources) {
      const named = labels.get(to) ?? []
      if (isLabelled(word, to)) return []
      const met = usesOf(word, from)
      const whole = met.filter(
        ({ thing, source, isLabel }) => isLabel && labels.get(sources[source]!)?.[thing]?.length === 1,
      )
      const things = [...new Set(whole.map(({ thing }) => thing))]
      if (things.length > 0)
        return things.map((thing) => ({ words: named[thing] ?? [], weight: 1, isSure: true }))
      return countWords(met, named)
    },
    *of(language) {
      for (const word of uses.keys()) if (isLabelled(word, language)) yield word
    },
  }
}

/** Returns the words that most names of these things have. */
function countWords(met: Use[], named: string[][]): Translation[] {
  const votes = new Map<number, number>()
  for (const { thing, isLabel } of met) votes.set(thing, Math.max(votes.get(thing) ?? 0, isLabel ? 2 : 1))
  const counts = new Map<string, number>()
  for (const [thing, vote] of votes) {
    for (const word of new Set(named[thing])) counts.set(word, (counts.get(word) ?? 0) + vote)
  }
  const top = Math.max(...counts.values())
  return [...counts]
    .filter(([, count]) => count >= Math.max(2, top / 2))
    .toSorted(([, x], [, y]) => y - x)
    .slice(0, 6)
    .map(([word, count]) => ({ words: [word], weight: count / top, isSure: count === top && count > 2 }))
}

async function emojisOf(language: string): Promise<Emoji[]> {
  const file = createRequire(import.meta.url).resolve(`emojibase-data/${language}/compact.json`)
  const all = JSON.parse(await readFile(file, 'utf8')) as Emoji[]
  return all.filter(({ group = 0 }) => group >= foodGroup && group <= objectsGroup)
}
