import { tokens } from '../lexicon/tokens.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { narrow, waysOf } from './alternatives.ts'
import { adding, type Step } from './draft.ts'
import { surelyTranslated } from './translations-of.ts'

/** Each is looked for by itself: so many words, and so many ways to meet one. */
const [mostWords, mostWays] = [6, 8]

// A minus within quotes is none.
const minus = /(?<=^|\s)[-−–](?:["“”„«»]([^"“”„«»]+)["“”„«»]|(\p{L}\S*))|["“”„«»][^"“”„«»]*["“”„«»]/gu

/** Takes words and phrases after a minus: `lamp -paper`. */
export const takeExcluded: Step = (draft, { lexicon }) => {
  const found: string[][] = []
  const rest = draft.rest.replace(minus, (quoted: string, phrase?: string, word?: string) => {
    const text = phrase ?? word
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

/** On pages that show texts of another language, a word is left out in that one too. */
function meantBy(word: string, lexicon: Lexicon): string[][] {
  const own = lexicon.terms(word).map((term) => [term])
  if (lexicon.languages.length < 2) return own
  const ways = [...waysOf(word, 1, lexicon), ...surelyTranslated(word, lexicon)]
  const others = narrow(ways, lexicon).map(({ stems }) => stems)
  return [
    ...own,
    ...others.filter((stems) => !own.some(([term]) => stems.length === 1 && stems[0] === term)),
  ].slice(0, mostWays)
}
