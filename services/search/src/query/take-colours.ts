import { type ColourFamily, colourFamilies } from '../lexicon/colours.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { tokens } from '../lexicon/tokens.ts'
import { adding, type Draft, type Step, type Word } from './draft.ts'
import { partListed } from './take-listed.ts'

const families = Object.keys(colourFamilies) as ColourFamily[]

/** Takes the word for a colour as a preference for what the palette has of it. The palette's own names stay words. */
export const takeColours: Step = (draft, { lexicon }) => {
  const things = thingsIn(draft, lexicon)
  for (const family of families) {
    const said = partListed(draft, lexicon, ({ colours }) => colours[family]).listed.filter(
      (word) => !things.has(word),
    )
    const [first] = said
    if (!first) continue
    const colours = { ...colourFamilies[family], word: lexicon.term(first.text) }
    return adding(
      { ...draft, words: draft.words.filter((word) => !said.includes(word)) },
      { preferences: { colours }, notes: [{ kind: 'colour', word: first.text }] },
    )
  }
  return draft
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
