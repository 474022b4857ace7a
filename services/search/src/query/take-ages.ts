import { adding, type Step } from './draft.ts'
import { phrasesOf, word } from './price-phrases.ts'

const oldest = 14

/** Takes the age of a child: `toys from 3`, `5 year old`, `ab 3 Jahren`. Alone after `from` it is the last word. */
export const takeAges: Step = (draft, { lexicon: { languages } }) => {
  const before = word(languages.flatMap(({ age }) => age.before))
  const after = word(languages.flatMap(({ age }) => age.after))
  const number = String.raw`(?<![\p{L}\d.,-])(\d{1,2})\+?`
  const range = String.raw`(?:\s?${phrasesOf(languages).to}\s?\d{1,2})?`
  const pattern = new RegExp(
    String.raw`(?:${before}\s?)?${number}${range}[\s-]?${after}|${before}\s?${number}(?=\s*$)`,
    'iu',
  )
  const found = pattern.exec(draft.rest)
  if (!found || Number(found[1] ?? found[2]) > oldest) return draft
  return adding(
    { ...draft, rest: draft.rest.replace(found[0], ' ') },
    { preferences: { audience: ['kids'] }, notes: [{ kind: 'audience', word: found[0].trim() }] },
  )
}
