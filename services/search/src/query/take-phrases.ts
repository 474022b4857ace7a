import { tokens } from '../lexicon/tokens.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { adding, type Step } from './draft.ts'

/** Each is looked for by itself. */
const most = 6
const quoted = /["“”„«»]([^"“”„«»]*)["“”„«»]/g

/**
 * Takes quoted text as phrases: their words are read as they stand, and stop words keep their place. The name of a
 * shop is none.
 */
export const takePhrases: Step = (draft, { lexicon }) => {
  const unquoted = draft.rest.replace(quoted, (all, text: string) =>
    isShop(text, lexicon) ? ` ${text} ` : all,
  )
  const found = [...unquoted.matchAll(quoted)]
    .map(([, text = '']) => tokens(text))
    .filter((words) => words.some((word) => !lexicon.isStopWord(word)))
    .slice(0, most)
  if (found.length === 0) return { ...draft, rest: unquoted }
  const words = found
    .flat()
    .filter((word) => !lexicon.isStopWord(word))
    .map((text) => ({
      text,
      alternatives: lexicon.terms(text).map((stem) => ({ stems: [stem], weight: 1 })),
    }))
  return adding(
    { ...draft, rest: unquoted.replace(quoted, ' '), words: [...draft.words, ...words] },
    { phrases: found.map(lexicon.phrase) },
  )
}

function isShop(text: string, { shopsNamed, isStopWord }: Lexicon): boolean {
  const words = tokens(text).filter((word) => !isStopWord(word))
  return shopsNamed(words).some((shop) => shop.words.join(' ') === words.join(' '))
}
