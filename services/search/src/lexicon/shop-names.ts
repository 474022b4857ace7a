import { editDistance } from './edit-distance.ts'
import { type Language, wordsOf } from './language.ts'
import { tokens } from './tokens.ts'
import type { Vocabulary } from '../index/port.ts'

type Shop = Vocabulary['shops'][number] & { words: string[] }

/** Words this long may have a typing error. */
const forgiven = 5

/** Whether a word is that of a shop's name, but for one typing error. */
export const isNamed = (typed: string, name: string): boolean =>
  typed === name || (Math.min(typed.length, name.length) >= forgiven && editDistance(typed, name, 1) <= 1)

/** Returns a function that finds the shops that may be named by words. */
export function shopNames(
  shops: Vocabulary['shops'],
  languages: readonly Language[],
): (row: readonly string[]) => Shop[] {
  const stop = new Set(languages.flatMap((language) => wordsOf(language.stop)))
  const byWord = new Map<string, Shop[]>()
  for (const shop of shops) {
    const named = { ...shop, words: tokens(shop.name).filter((word) => !stop.has(word)) }
    for (const word of named.words) byWord.set(word, [...(byWord.get(word) ?? []), named])
  }
  const all = [...byWord.keys()]
  return (row) => {
    const near = row.flatMap(
      (typed) =>
        byWord.get(typed) ??
        all.filter((name) => isNamed(typed, name)).flatMap((name) => byWord.get(name) ?? []),
    )
    return [...new Set(near)].filter((shop) => shop.words.length > 0)
  }
}
