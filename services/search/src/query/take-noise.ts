import type { Step } from './draft.ts'
import { wordsOf } from '../lexicon/language.ts'

/** Drops words that say nothing about a product, unless nothing else is typed. */
export const takeNoise: Step = (draft, { lexicon: { languages } }) => {
  const said = new Set(languages.flatMap(({ stop, noise }) => wordsOf(`${stop} ${noise}`)))
  const left = draft.words.filter(({ text, alternatives }) => alternatives || !said.has(text))
  return left.length > 0 || draft.query.notes.length > 0 ? { ...draft, words: left } : draft
}
