import { adding, type Step } from './draft.ts'
import { takeApart } from './take-apart.ts'
import { partListed } from './take-listed.ts'

/** Takes words for a present, and the occasion: `wedding gift`, `Hochzeitsgeschenk`. */
export const takeGift: Step = (draft, { lexicon }) => {
  const words = takeApart(draft, lexicon, 'last', ({ gift }) => gift)
  const { listed, others } = partListed({ ...draft, words }, lexicon, ({ gift }) => gift)
  if (listed.length === 0) return draft
  const said = partListed({ ...draft, words: others }, lexicon, ({ occasions }) => occasions)
  const fond = {
    ...draft,
    words: takeApart({ ...draft, words: said.others }, lexicon, 'last', (language) => language.fond),
  }
  return adding(
    { ...draft, words: partListed(fond, lexicon, (language) => language.fond).others },
    {
      preferences: { gift: true },
      notes: listed.slice(0, 1).map(({ text }) => ({ kind: 'gift', word: text })),
    },
  )
}
