import type { Analyzer } from '../index/analyzer.ts'
import { tokens } from './tokens.ts'

/** Synonyms in Solr's format: `a, b` in both directions, `a => b, c` in one. */
export interface Synonyms {
  /** Returns what stands for a row of stems, each as words: a list may name words of another language. */
  of(stems: readonly string[]): readonly string[][]
  /** Single words that have synonyms, as they are written. */
  words: ReadonlySet<string>
}

/** Parses a file of synonyms. Between others, words that say nothing do not count: those of a query are dropped. */
export function parseSynonyms(
  file: string,
  { stem, isStopWord }: Pick<Analyzer, 'stem' | 'isStopWord'>,
): Synonyms {
  const rows = new Map<string, string[][]>()
  const single = new Set<string>()
  const keyOf = (words: string[]) => {
    const said = words.filter((word) => !isStopWord(word))
    return (said.length > 1 ? said : words).map(stem).join(' ')
  }
  for (const line of file.split('\n')) {
    const [left = [], right] = line
      .replace(/#.*/, '')
      .split('=>')
      .map((side) => side.split(',').flatMap((each) => (each.trim() ? [tokens(each)] : [])))
    for (const each of left) {
      if (each.length === 1) single.add(each[0]!)
      const key = keyOf(each)
      // Words of one stem stay apart, as another language has another stem of each.
      const others = (right ?? left).filter((other) => other.join(' ') !== each.join(' '))
      rows.set(key, [...(rows.get(key) ?? []), ...others])
    }
  }
  return { of: (stems) => rows.get(stems.join(' ')) ?? [], words: single }
}
