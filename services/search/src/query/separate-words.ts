import { tokens } from '../lexicon/tokens.ts'
import type { Step } from './draft.ts'

const most = 12

/** Separates the words of what is left; of a text of many, the first twelve. */
export const separateWords: Step = (draft) => ({
  ...draft,
  rest: '',
  words: [...tokens(draft.rest).map((text) => ({ text })), ...draft.words].slice(0, most),
})
