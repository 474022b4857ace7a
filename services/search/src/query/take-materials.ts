import type { Language } from '../lexicon/language.ts'
import { materialFamilies, type MaterialFamily } from '../lexicon/materials.ts'
import { adding, type Draft, type Step } from './draft.ts'
import { takeApart } from './take-apart.ts'
import { partListed } from './take-listed.ts'

const families = Object.keys(materialFamilies) as MaterialFamily[]

/**
 * Notes words for a material, also as the first part of a compound: `Holzspielzeug` is `Spielzeug aus Holz`. They stay words as
 * well, because titles and attributes name materials.
 */
export const takeMaterials: Step = (draft, { lexicon }) => {
  const all = ({ materials }: Language) => Object.values(materials).join(' ')
  const apart = (row: Draft) => takeApart(row, lexicon, 'first', all)
  const words = draft.words.flatMap((word) =>
    lexicon.hasSynonyms(word.text) ? [word] : apart({ ...draft, words: [word] }),
  )
  return families.reduce<Draft>(
    (taken, family) => {
      const [said] = partListed(taken, lexicon, ({ materials }) => materials[family]).listed
      if (!said) return taken
      const materials = [...(taken.query.preferences.materials ?? []), ...materialFamilies[family]]
      return adding(taken, {
        preferences: { materials },
        notes: [{ kind: 'material', word: said.text }],
      })
    },
    { ...draft, words },
  )
}
