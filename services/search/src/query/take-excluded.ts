import { wordsOf } from '../lexicon/language.ts'
import { tokens } from '../lexicon/tokens.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { narrow, waysOf } from './alternatives.ts'
import { adding, type Step } from './draft.ts'
import { word } from './price-phrases.ts'
import { surelyTranslated } from './translations-of.ts'

/** Each is looked for by itself: so many words, and so many ways to meet one. */
const [mostWords, mostWays] = [6, 8]

// A minus within quotes is none.
const minus = /(?<=^|\s)[-−–](?:["“”„«»]([^"“”„«»]+)["“”„«»]|(\p{L}\S*))|["“”„«»][^"“”„«»]*["“”„«»]/gu

/** Takes words and phrases after a minus, and a word behind one that negates: `lamp -paper`, `blanket not of wool`. */
export const takeExcluded: Step = (draft, { lexicon, verbatim }) => {
  const found: string[][] = []
  const negated = verbatim ? draft.rest : draft.rest.replace(negation(lexicon), ' -$1')
  const rest = negated.replace(minus, (quoted: string, phrase?: string, single?: string) => {
    const text = phrase ?? single
    if (text === undefined) return quoted
    found.push(tokens(text).filter((each) => !lexicon.isStopWord(each)))
    return ' '
  })
  if (found.length === 0) return draft
  const excluded = found
    .slice(0, mostWords)
    .flatMap((words) =>
      words.length === 1 ? meantBy(words[0]!, lexicon) : lexicon.stemmers.map((stem) => words.map(stem)),
    )
  return adding({ ...draft, rest }, { excluded: excluded.filter((stems) => stems.length > 0) })
}

/** Returns the pattern of a word that negates what follows; that of a price is none: `not over 30`. */
function negation({ languages }: Lexicon): RegExp {
  const bounds = word(languages.flatMap(({ price }) => [...price.below, ...price.above]))
  const [no, between] = [
    languages.flatMap(({ not }) => wordsOf(not)),
    languages.flatMap(({ stop }) => wordsOf(stop)),
  ]
  return new RegExp(
    String.raw`(?<=\S\s+)(?:${no.join('|')})\s+(?!${bounds})(?:(?:${between.join('|')})\s+)*(\p{L}[\p{L}\p{M}]+)(?!\p{L})`,
    'giu',
  )
}

/** On pages that show texts of another language, a word is left out in that one too. */
function meantBy(typed: string, lexicon: Lexicon): string[][] {
  const own = lexicon.terms(typed).map((term) => [term])
  if (lexicon.languages.length < 2) return own
  const ways = [...waysOf(typed, 1, lexicon), ...surelyTranslated(typed, lexicon)]
  const others = narrow(ways, lexicon).map(({ stems }) => stems)
  return [
    ...own,
    ...others.filter((stems) => !own.some(([term]) => stems.length === 1 && stems[0] === term)),
  ].slice(0, mostWays)
}
