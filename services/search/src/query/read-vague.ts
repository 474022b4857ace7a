import type { Lexicon } from '../lexicon/lexicon.ts'
import { bothWays } from './both-ways.ts'
import type { Reading, Word } from './draft.ts'
import { isQuality } from './head-of.ts'
import type { Joined } from './read-joined.ts'

/** Reads a noun that is vague together with what it is named after: a `cutting board` is no board, but a `small board` is. */
export function readVague(
  [first, last, next]: readonly Word[],
  { lexicon, verbatim }: Reading,
): Joined | undefined {
  if (verbatim || !first || !last || !lexicon.isVague(last.text)) return undefined
  if (first.alternatives || last.alternatives || first.part !== last.part) return undefined
  const isEnd = !next || next.part !== last.part || isSaidOf(next.text, lexicon)
  if (!isEnd || isSaidOf(first.text, lexicon)) return undefined
  return { length: 2, alternatives: bothWays(first.text, last.text, lexicon) }
}

/** Whether a word says how a thing is, not which it is. */
const isSaidOf = (word: string, lexicon: Lexicon): boolean =>
  lexicon.isStopWord(word) || lexicon.isAdjective(word) || isQuality(word, lexicon) || /\d/.test(word)
