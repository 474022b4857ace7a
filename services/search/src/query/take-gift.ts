import { adding, type Step } from './draft.ts'
import { partListed } from './take-listed.ts'

/** Takes words for a present. */
export const takeGift: Step = (draft, { lexicon }) => {
  const { listed, others } = partListed(draft, lexicon, ({ gift }) => gift)
  if (listed.length === 0) return draft
  return adding(
    { ...draft, words: others },
    {
      preferences: { gift: true },
      notes: listed.slice(0, 1).map(({ text }) => ({ kind: 'gift', word: text })),
    },
  )
}
