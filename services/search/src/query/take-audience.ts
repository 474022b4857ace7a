import { type Audience, type Language, wordsOf } from '../lexicon/language.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { adding, type Step, type Word } from './draft.ts'
import { takeApart } from './take-apart.ts'
import { partListed } from './take-listed.ts'

const audiences: Audience[] = ['women', 'men', 'kids']

/**
 * Takes words for whom a product is, as they stand: `Muttern` are nuts, `Damentasche` is a bag for women. Those for
 * children stay words as well, because products name them.
 */
export const takeAudience: Step = (draft, { lexicon }) =>
  audiences.reduce((taken, audience) => {
    const listOf = ({ audience: people }: Language) => people[audience]
    const said = takeApart(taken, lexicon, 'first', listOf, lexicon.folds)
    const { listed, others } = partListed({ ...taken, words: said }, lexicon, listOf, lexicon.folds)
    if (listed.length === 0) return taken
    const isAlone = audience !== 'kids' && others.length === 0
    const isDepartment = isAlone && namesCategory(listed, lexicon) && !taken.query.preferences.gift
    const isGift = isAlone && !isDepartment
    const isKept = audience === 'kids' || isDepartment || (isGift && isWanted(listed, lexicon))
    return adding(
      { ...taken, words: isKept ? said : others },
      {
        preferences: {
          // Something for a person is a gift, and for grown-ups what is not for children.
          ...(isGift && { gift: true, without: childWords(lexicon) }),
          audience: [...new Set([...(taken.query.preferences.audience ?? []), audience])],
        },
        notes: listed.slice(0, 1).map(({ text }) => ({ kind: 'audience', word: text })),
      },
    )
  }, draft)

/** Whether products are what such people want. */
const isWanted = (words: Word[], { needs, terms, isStrong }: Lexicon): boolean =>
  words
    .flatMap(({ text }) => needs(text))
    .some((wanted) => wanted.every((word) => terms(word).some(isStrong)))

const childWords = ({ languages, stemmers, isStrong }: Lexicon): string[] => [
  ...new Set(
    languages
      .flatMap(({ audience }, at) => wordsOf(audience.kids).map((word) => stemmers[at]!(word)))
      .filter(isStrong),
  ),
]

/** Whether words name what is sold for these people, by synonyms: `women` are clothes. */
const namesCategory = (words: Word[], { synonyms, categoriesNamed }: Lexicon): boolean =>
  synonyms(words.map(({ text }) => text)).some((named) => categoriesNamed(named).length > 0)
