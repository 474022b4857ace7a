import { allOf, narrow, waysOf } from './alternatives.ts'
import { adding, type Step } from './draft.ts'

/** Reads the name of a category, or a synonym of it, where nothing else is left: `clothes`, `food`. Its products come first. */
export const takeCategory: Step = (draft, { lexicon, verbatim }) => {
  const typed = draft.words.map(({ text }) => text)
  const { gift, audience } = draft.query.preferences
  const isForSomeone = gift && audience !== undefined
  if (verbatim || isForSomeone || typed.length === 0 || draft.words.some(({ alternatives }) => alternatives))
    return draft
  const named = [typed, ...lexicon.synonyms(typed)].flatMap(lexicon.categoriesNamed)
  if (named.length === 0) return draft
  const alternatives = [
    ...(typed.length === 1 ? waysOf(typed[0]!, 0.9, lexicon) : []),
    ...named.flatMap(({ words }) => allOf(words, 1, lexicon)),
  ]
  const text = typed.join(' ')
  return adding(
    { ...draft, words: [{ text, alternatives: narrow(alternatives, lexicon) }] },
    { preferences: { categories: [...new Set(named.map(({ slug }) => slug))] } },
  )
}
