import { wordsOf } from '../lexicon/language.ts'
import { tokens } from '../lexicon/tokens.ts'
import { described } from './described.ts'
import type { Step, Word } from './draft.ts'

const most = 12

/** Separates the words of what is left; of a text of many, the first twelve. */
export const separateWords: Step = (draft, { lexicon }) => {
  const { languages, isStopWord } = lexicon
  const ends = new Set(languages.flatMap(({ title }) => wordsOf(title.ends)))
  // A pair of boots is boots.
  for (const word of languages.flatMap(({ title }) => wordsOf(title.begins))) ends.delete(word)
  const says = new Set(languages.flatMap(({ noise }) => wordsOf(noise)))
  let [part, isBegun] = [0, false]
  const all = tokens(draft.rest)
  const description = described(all, lexicon)
  const typed = description ?? all
  const words = typed.map((text): Word => {
    if (isBegun && ends.has(text)) part += 1
    isBegun ||= !isStopWord(text) && !ends.has(text) && !says.has(text)
    return { text, part }
  })
  const query = description ? { ...draft.query, isDescriptive: true } : draft.query
  return { rest: '', words: [...words, ...draft.words].slice(0, most), query }
}
