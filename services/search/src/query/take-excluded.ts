import { tokens } from '../lexicon/tokens.ts'
import { adding, type Step } from './draft.ts'

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
  const excluded = found.flatMap((words) =>
    words.length === 1 ? lexicon.terms(words[0]!).map((term) => [term]) : [words.map(lexicon.term)],
  )
  return adding({ ...draft, rest }, { excluded: excluded.filter((stems) => stems.length > 0) })
}
