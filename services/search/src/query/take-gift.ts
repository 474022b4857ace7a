import { adding, type Step, type Word } from './draft.ts'
import { partListed } from './take-listed.ts'

/** Takes words for a present, and the occasion: `wedding gift`, `Hochzeitsgeschenk`. */
export const takeGift: Step = (draft, { lexicon }) => {
  // A compound is taken apart where its last part is a present.
  const words = draft.words.flatMap((word): Word[] => {
    const [first = '', last = ''] = (!word.alternatives && lexicon.split(word.text)) || []
    const parts = { ...draft, words: [{ text: last }] }
    return partListed(parts, lexicon, ({ gift }) => gift).listed.length > 0
      ? [{ text: first }, { text: last }]
      : [word]
  })
  const { listed, others } = partListed({ ...draft, words }, lexicon, ({ gift }) => gift)
  if (listed.length === 0) return draft
  const said = partListed({ ...draft, words: others }, lexicon, ({ occasions }) => occasions)
  return adding(
    { ...draft, words: said.others },
    {
      preferences: { gift: true },
      notes: listed.slice(0, 1).map(({ text }) => ({ kind: 'gift', word: text })),
    },
  )
}
