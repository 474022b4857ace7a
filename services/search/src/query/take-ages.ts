import { wordsOf } from '../lexicon/language.ts'
import { adding, type Step } from './draft.ts'
import { phrasesOf, word } from './price-phrases.ts'

/** Years. */
export const oldest = 14

/**
 * Takes the age of a child: `toys from 3`, `5 year old`, `ab 3 Jahren`, `girl 8 years`. Alone after `from` it is the last word. A
 * number of years that nothing calls an age is none: `calendar 12 months`.
 */
export const takeAges: Step = (draft, { lexicon: { languages } }) => {
  if (!/\d/.test(draft.rest)) return draft
  const before = word(languages.flatMap(({ age }) => age.before))
  const named = word(
    languages.flatMap(({ age, price }) => age.before.filter((each) => !price.from.includes(each))),
  )
  const after = word(languages.flatMap(({ age }) => age.after))
  const child = word(languages.flatMap(({ audience }) => wordsOf(audience.kids)))
  const units = word(languages.flatMap(({ age }) => age.units))
  const number = String.raw`(?<![\p{L}\d.,-])(\d{1,2})\+?`
  const to = String.raw`\s?${phrasesOf(languages).to}\s?\d{1,2}`
  const pattern = new RegExp(
    [
      String.raw`(?:${before}\s?)?${number}(?:${to})?[\s-]?(?:${units}[\s-]?)?${after}`,
      String.raw`${before}\s?${number}(?:${to})?[\s-]?${units}`,
      String.raw`${number}${to}[\s-]?${units}`,
      String.raw`(?<=${child}.*)${number}[\s-]?${units}`,
      String.raw`${number}[\s-]?${units}(?=.*${child})`,
      String.raw`${named}\s?${number}(?:${to})?(?![\d.,])`,
      String.raw`${before}\s?${number}(?=\s*$)`,
    ].join('|'),
    'iu',
  )
  const found = pattern.exec(draft.rest)
  if (!found || Number(found.slice(1).find(Boolean)) > oldest) return draft
  return adding(
    { ...draft, rest: draft.rest.replace(found[0], ' ') },
    { preferences: { audience: ['kids'] }, notes: [{ kind: 'audience', word: found[0].trim() }] },
  )
}
