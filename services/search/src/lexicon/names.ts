import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { withoutMarks } from './analysis.ts'
import { tokens } from './tokens.ts'

/** Languages whose names of things are known: CLDR's, by emojibase. */
const sources = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt'] as const

/** Names of food, places, activities and things in many languages. A thing is known by its emoji. */
export interface Names {
  /** Returns names in a language for what a word without diacritics, which is not of that language, names in another. */
  translate(word: string, to: string): Translation[]
  /** Whether a word without diacritics names something in any language. */
  has: (word: string) => boolean
  /** Returns words of the labels of a language, without diacritics. */
  of(language: string): Iterable<string>
}

export interface Translation {
  words: string[]
  /** Up to 1. */
  weight: number
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

async function read(): Promise<Names> {
  const labels = new Map<string, string[][]>()
  // By word: the numbers of things, doubled, and one more where the word is in the label and not only a tag.
  const things = new Map<string, number[]>()
  const numbers = new Map<string, number>()
  for (const source of sources) {
    const own: string[][] = []
    for (const { hexcode, label, tags = [] } of await emojisOf(source)) {
      const number = numbers.get(hexcode) ?? numbers.size
      numbers.set(hexcode, number)
      own[number] = tokens(label)
      const labelled = new Set(own[number].map(withoutMarks).filter((word) => word.length > 2))
      const tagged = tags
        .map(tokens)
        .flatMap(([word, ...more]) => (word && more.length === 0 ? withoutMarks(word) : []))
      const others = new Set(tagged.filter((word) => word.length > 3 && !labelled.has(word)))
      for (const word of labelled) things.set(word, [...(things.get(word) ?? []), number * 2 + 1])
      for (const word of others) things.set(word, [...(things.get(word) ?? []), number * 2])
    }
    labels.set(source, own)
  }
  return {
    has: (word) => things.has(word),
    translate(word, to) {
      const named = labels.get(to) ?? []
      const met = new Map(
        (things.get(word) ?? []).toSorted((x, y) => x - y).map((thing) => [thing >> 1, 1 + (thing & 1)]),
      )
      const isOfTarget = [...met.keys()].some((number) => labelHas(to, number, word))
      if (isOfTarget) return []
      const whole = [...met.keys()].filter((number) => isLabel(word, number))
      if (whole.length > 0) return whole.map((number) => ({ words: named[number] ?? [], weight: 1 }))
      const counts = new Map<string, number>()
      for (const [number, count] of met) {
        for (const each of new Set(named[number])) counts.set(each, (counts.get(each) ?? 0) + count)
      }
      const top = Math.max(...counts.values())
      return [...counts]
        .filter(([, count]) => count >= Math.max(2, top / 2))
        .toSorted(([, x], [, y]) => y - x)
        .slice(0, 6)
        .map(([each, count]) => ({ words: [each], weight: count / top }))
    },
    *of(language) {
      for (const [word, met] of things) {
        const isOwn = met.some((thing) => labelHas(language, thing >> 1, word))
        if (isOwn) yield word
      }
    },
  }

  function labelHas(language: string, number: number, word: string): boolean {
    return labels.get(language)?.[number]?.some((each) => withoutMarks(each) === word) ?? false
  }

  function isLabel(word: string, number: number): boolean {
    return sources.some((source) => {
      const label = labels.get(source)?.[number]
      return label?.length === 1 && withoutMarks(label[0]!) === word
    })
  }
}

async function emojisOf(language: string): Promise<Emoji[]> {
  const file = createRequire(import.meta.url).resolve(`emojibase-data/${language}/compact.json`)
  const all = JSON.parse(await readFile(file, 'utf8')) as Emoji[]
  return all.filter(({ group = 0 }) => group >= foodGroup && group <= objectsGroup)
}
