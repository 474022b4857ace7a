import { wordsOf } from '../lexicon/language.ts'
import { tokens } from '../lexicon/tokens.ts'
import { adding, type Step } from './draft.ts'
import { surelyTranslated } from './translations-of.ts'

/**
 * Takes the word behind `without`: products with it come last. They are not left out, because a text says as well what a product
 * has not: `Mug without a handle`.
 */
export const takeWithout: Step = (draft, { lexicon, verbatim }) => {
  const { languages, isStopWord, terms } = lexicon
  const names = new Set(languages.flatMap(({ without }) => wordsOf(without)))
  const typed = tokens(draft.rest)
  const at = typed.findIndex((word, n) => n > 0 && names.has(word))
  const lacked = at < 0 ? undefined : typed.slice(at + 1).find((word) => !isStopWord(word))
  if (verbatim || lacked === undefined) return draft
  const stems = [
    ...terms(lacked),
    ...surelyTranslated(lacked, lexicon).flatMap((way) => (way.stems.length === 1 ? way.stems : [])),
  ]
  const pattern = new RegExp(String.raw`(?<!\p{L})${typed[at]}(?!\p{L}).*?(?<!\p{L})${lacked}(?!\p{L})`, 'iu')
  return adding(
    { ...draft, rest: draft.rest.replace(pattern, ' ') },
    { preferences: { without: [...new Set(stems)] } },
  )
}
