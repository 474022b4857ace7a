import { tokens } from '../lexicon/tokens.ts'
import { adding, type Step } from './draft.ts'

/** Each is looked for by itself. */
const most = 6
const quoted = /["“”„«»]([^"“”„«»]*)["“”„«»]/g

/** Takes quoted text as phrases: their words are read as they stand, and stop words keep their place. */
export const takePhrases: Step = (draft, { lexicon }) => {
  const found = [...draft.rest.matchAll(quoted)]
    .map(([, text = '']) => tokens(text))
    .filter((words) => words.some((word) => !lexicon.isStopWord(word)))
    .slice(0, most)
  if (found.length === 0) return draft
  const words = found
    .flat()
    .filter((word) => !lexicon.isStopWord(word))
    .map((text) => ({
      text,
      alternatives: lexicon.terms(text).map((stem) => ({ stems: [stem], weight: 1 })),
    }))
  return adding(
    { ...draft, rest: draft.rest.replace(quoted, ' '), words: [...draft.words, ...words] },
    { phrases: found.map(lexicon.phrase) },
  )
}
