import type { Audience } from '../lexicon/language.ts'
import { adding, type Step } from './draft.ts'
import { partListed } from './take-listed.ts'

const audiences: Audience[] = ['women', 'men', 'kids']

/**
 * Takes words for whom a product is, as they stand: `Muttern` are nuts. Those for children stay words as well, because products
 * name them.
 */
export const takeAudience: Step = (draft, { lexicon }) =>
  audiences.reduce((taken, audience) => {
    const { listed, others } = partListed(
      taken,
      lexicon,
      (language) => language.audience[audience],
      lexicon.folds,
    )
    if (listed.length === 0) return taken
    const words = audience === 'kids' ? taken.words : others
    return adding(
      { ...taken, words },
      {
        preferences: { audience: [...(taken.query.preferences.audience ?? []), audience] },
        notes: listed.slice(0, 1).map(({ text }) => ({ kind: 'audience', word: text })),
      },
    )
  }, draft)
