import { type ColourFamily, colourFamilies } from '../lexicon/colours.ts'
import { adding, type Step } from './draft.ts'
import { partListed } from './take-listed.ts'

const families = Object.keys(colourFamilies) as ColourFamily[]

/** Takes the word for a colour as a preference for what the palette has of it. The palette's own names stay words. */
export const takeColours: Step = (draft, { lexicon }) => {
  for (const family of families) {
    const { listed, others } = partListed(draft, lexicon, ({ colours }) => colours[family])
    const [said] = listed
    if (!said) continue
    const colours = { ...colourFamilies[family], word: lexicon.term(said.text) }
    return adding(
      { ...draft, words: others },
      { preferences: { colours }, notes: [{ kind: 'colour', word: said.text }] },
    )
  }
  return draft
}
