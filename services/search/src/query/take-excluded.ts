import { tokens } from '../lexicon/tokens.ts'
import { adding, type Step } from './draft.ts'

const minus = /(?<=^|\s)[-−–](?:"([^"]+)"|(\p{L}\S*))/gu

/** Takes words after a minus: `lamp -paper`. */
export const takeExcluded: Step = (draft, { lexicon }) => {
  const found = [...draft.rest.matchAll(minus)].map(([, phrase, word]) => tokens(phrase ?? word ?? ''))
  if (found.length === 0) return draft
  const excluded = found.flatMap((words) =>
    words.length === 1 ? lexicon.terms(words[0]!).map((term) => [term]) : [words.map(lexicon.term)],
  )
  return adding(
    { ...draft, rest: draft.rest.replace(minus, ' ') },
    { excluded: excluded.filter((stems) => stems.length > 0) },
  )
}
