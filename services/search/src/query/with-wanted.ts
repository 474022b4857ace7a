import type { Lexicon } from '../lexicon/lexicon.ts'
import { allOf, narrow, waysOf } from './alternatives.ts'
import type { Concept } from './structured-query.ts'

const ofNeed = 0.7

/** Returns a concept that is met as well by what is wanted for it, a foot by a sock; the same one where that is not known. */
export function withWanted(concept: Concept, lexicon: Lexicon): Concept {
  const wanted = lexicon
    .needs(concept.text)
    .flatMap((words) =>
      words.length === 1 ? waysOf(words[0]!, ofNeed, lexicon) : allOf(words, ofNeed, lexicon),
    )
  return wanted.length > 0
    ? { ...concept, alternatives: narrow([...concept.alternatives, ...wanted], lexicon) }
    : concept
}
