import { type ColourFamily, colourFamilies } from '../lexicon/colours.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { tokens } from '../lexicon/tokens.ts'
import { adding, type Draft, type Step, type Word } from './draft.ts'
import { partListed } from './take-listed.ts'

const families = Object.keys(colourFamilies) as ColourFamily[]

/** Takes words for colours as a preference for what the palette has of them. The palette's own names stay words. */
export const takeColours: Step = (draft, { lexicon }) => {
  const things = thingsIn(draft, lexicon)
  const named = families
    .map((family) => ({
      ...colourFamilies[family],
      said: partListed(draft, lexicon, ({ colours }) => colours[family]).listed.filter(
        (word) => !things.has(word),
      ),
    }))
    .filter(({ said }) => said.length > 0)
    .toSorted((one, other) => draft.words.indexOf(one.said[0]!) - draft.words.indexOf(other.said[0]!))
  if (named.length === 0) return draft
  const said = new Set(named.flatMap((family) => family.said))
  const values = [...new Set(named.flatMap((family) => family.values))]
  const near = [...new Set(named.flatMap((family) => family.near))].filter((each) => !values.includes(each))
  const words = [...new Set([...said].flatMap(({ text }) => lexicon.terms(text)))]
  return adding(
    { ...draft, words: draft.words.filter((word) => !said.has(word)) },
    {
      preferences: { colours: { values, near, words } },
      notes: named.map((family) => ({ kind: 'colour', word: family.said[0]!.text })),
    },
  )
}

/** Returns the words for colours that name a thing, right behind another word: `hand cream`, but not `mug in cream`. */
function thingsIn(draft: Draft, lexicon: Lexicon): Set<Word> {
  const typed = tokens(draft.query.text)
  const { listed } = partListed(draft, lexicon, ({ colourNouns }) => colourNouns)
  return new Set(
    listed.filter((word) => {
      const before = draft.words[draft.words.indexOf(word) - 1]?.text
      return before !== undefined && typed[typed.indexOf(word.text) - 1] === before
    }),
  )
}
