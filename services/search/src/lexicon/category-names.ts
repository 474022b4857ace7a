import { tokens } from './tokens.ts'
import type { Vocabulary } from '../index/port.ts'

type Category = Vocabulary['categories'][number] & { words: string[] }

/** Returns a function that finds the categories of a name, in each of their names; stop words may be left out. */
export function categoryNames(
  categories: Vocabulary['categories'],
  isStopWord: (word: string) => boolean,
): (row: readonly string[]) => Category[] {
  const telling = (row: readonly string[]) => row.filter((word) => !isStopWord(word))
  const named = categories.map((category) => ({ ...category, words: telling(tokens(category.name)) }))
  const byName = Map.groupBy(named, ({ words }) => words.join(' '))
  const bySlug = Map.groupBy(named, ({ slug }) => slug)
  return (row) => {
    const found = byName.get(telling(row).join(' ') || '-') ?? []
    return [...new Set(found.map(({ slug }) => slug))].flatMap((slug) => bySlug.get(slug) ?? [])
  }
}
