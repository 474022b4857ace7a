import { type Language, wordsOf } from '../lexicon/language.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'

/** Returns the words of a text that say what it describes, or undefined where it names a product. */
export function described(typed: string[], lexicon: Lexicon): string[] | undefined {
  const { things, begins, all, noise, places } = beginnings(lexicon.languages)
  const isSaid = (word: string) => !noise.has(word) && !lexicon.isStopWord(word)
  const first = typed.findIndex((word) => things.has(word) || (isSaid(word) && !all.has(word)))
  const begin = typed.slice(typed.findIndex((word) => all.has(word) || noise.has(word) || isSaid(word)))
  const isBegun =
    things.has(typed[first] ?? '') || begins.some((phrase) => phrase.every((word, n) => begin[n] === word))
  if (!isBegun) return undefined
  const rest = typed.filter((word) => !all.has(word))
  const elsewhere = rest.filter((word) => !places.has(word))
  return elsewhere.some(isSaid) ? elsewhere : rest.length > 0 ? rest : undefined
}

const known = new WeakMap<readonly Language[], ReturnType<typeof read>>()

function beginnings(languages: readonly Language[]) {
  const found = known.get(languages) ?? read(languages)
  known.set(languages, found)
  return found
}

function read(languages: readonly Language[]) {
  const things = languages.flatMap(({ descriptive }) => wordsOf(descriptive.things))
  const begins = languages.flatMap(({ descriptive }) => descriptive.begins.map(wordsOf))
  return {
    things: new Set(things),
    begins,
    all: new Set([...things, ...begins.flatMap(([first = '']) => first)]),
    places: new Set(languages.flatMap(({ descriptive }) => wordsOf(descriptive.places))),
    noise: new Set(languages.flatMap((language) => wordsOf(language.noise))),
  }
}
