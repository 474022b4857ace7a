import { adding, type Step } from './draft.ts'
import { partListed } from './take-listed.ts'

/** Takes words for a low price. */
export const takeCheap: Step = (draft, { lexicon }) => {
  const { listed, others } = partListed(draft, lexicon, ({ price }) => price.cheap)
  return listed.length > 0 ? adding({ ...draft, words: others }, { preferences: { cheap: true } }) : draft
}
