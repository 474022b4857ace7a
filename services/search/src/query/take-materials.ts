import { wordsOf } from '../lexicon/language.ts'
import { adding, type Step } from './draft.ts'

/** Notes words for a material. They stay words as well, because titles and attributes name materials. */
export const takeMaterials: Step = (draft, { lexicon }) => {
  const named = new Map(
    lexicon.languages.flatMap(({ materials }) =>
      Object.entries(materials).flatMap(([noun, list]) =>
        wordsOf(list).flatMap((word) => lexicon.terms(word).map((term) => [term, noun] as const)),
      ),
    ),
  )
  const said = draft.words.flatMap(({ text, alternatives }) => {
    const noun = alternatives
      ? undefined
      : lexicon
          .terms(text)
          .map((term) => named.get(term))
          .find(Boolean)
    return noun ? [{ text, noun }] : []
  })
  if (said.length === 0) return draft
  return adding(draft, {
    preferences: { materials: said.flatMap(({ noun }) => lexicon.terms(noun)) },
    notes: said.map(({ text }) => ({ kind: 'material', word: text })),
  })
}
