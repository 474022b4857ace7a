import { wordsOf } from '../lexicon/language.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { sameAmounts } from '../lexicon/units.ts'
import { allOf } from './alternatives.ts'
import type { Step, Word } from './draft.ts'

/** Joins a number and its unit: `500 ml`, met by `0.5 l` as well. Drops how many make a set: `set of 2`. */
export const takeQuantities: Step = (draft, { lexicon }) => {
  const names = lexicon.languages.map(({ units = {} }) => new Map(Object.entries(units)))
  const unitOf = (typed: string) => names.flatMap((known) => known.get(typed) ?? [])[0] ?? typed
  const words: Word[] = []
  for (let at = 0; at < draft.words.length; at++) {
    const [number, unit] = [draft.words[at]!, draft.words[at + 1]]
    const same =
      number.alternatives || !unit || unit.alternatives ? [] : sameAmounts(number.text, unitOf(unit.text))
    const counted = lengthOfSet(draft.words.slice(at), lexicon)
    if (counted > 0 && counted < draft.words.length) at += counted - 1
    else if (same.length === 0) words.push(number)
    else {
      const alternatives = same.flatMap((amount) => allOf(amount, 1, lexicon))
      words.push({ ...number, text: `${number.text} ${unit!.text}`, alternatives })
      at++
    }
  }
  return { ...draft, words }
}

/** Returns how many words say of how many a set is. */
function lengthOfSet([set, ...ahead]: Word[], { languages, isStopWord, numbersAs }: Lexicon): number {
  const isSet = languages.some(({ title }) => wordsOf(title.begins).includes(set?.text ?? ''))
  if (!isSet || isStopWord(set!.text) || numbersAs(set!.text).length > 0) return 0
  const at = ahead.findIndex(({ text }) => !isStopWord(text))
  const next = ahead[at]
  return next && !next.alternatives && numbersAs(next.text).length > 0 ? at + 2 : 0
}
