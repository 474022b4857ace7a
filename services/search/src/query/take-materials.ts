import { materialFamilies, type MaterialFamily } from '../lexicon/materials.ts'
import { adding, type Step } from './draft.ts'
import { partListed } from './take-listed.ts'

const families = Object.keys(materialFamilies) as MaterialFamily[]

/** Notes words for a material. They stay words as well, because titles and attributes name materials. */
export const takeMaterials: Step = (draft, { lexicon }) =>
  families.reduce((taken, family) => {
    const [said] = partListed(taken, lexicon, ({ materials }) => materials[family]).listed
    if (!said) return taken
    const materials = [...(taken.query.preferences.materials ?? []), ...materialFamilies[family]]
    return adding(taken, { preferences: { materials }, notes: [{ kind: 'material', word: said.text }] })
  }, draft)
