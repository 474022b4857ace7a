import { sameAmounts } from '../lexicon/units.ts'
import type { Step, Word } from './draft.ts'

/** Joins a number and its unit: `500 ml`, met by `0.5 l` as well. */
export const takeQuantities: Step = (draft, { lexicon }) => {
  const names = lexicon.languages.map(({ units = {} }) => new Map(Object.entries(units)))
  const unitOf = (typed: string) => names.flatMap((known) => known.get(typed) ?? [])[0] ?? typed
  const words: Word[] = []
  for (let at = 0; at < draft.words.length; at++) {
    const [number, unit] = [draft.words[at]!, draft.words[at + 1]]
    const same =
      number.alternatives || !unit || unit.alternatives ? [] : sameAmounts(number.text, unitOf(unit.text))
    if (same.length === 0) words.push(number)
    else {
      const alternatives = same.map(([value, name]) => ({ stems: [value, lexicon.term(name)], weight: 1 }))
      words.push({ text: `${number.text} ${unit!.text}`, alternatives })
      at++
    }
  }
  return { ...draft, words }
}
