import type { Lexicon } from '../lexicon/lexicon.ts'
import { bareOf } from '../lexicon/marks.ts'
import { allOf, narrow, waysOf } from './alternatives.ts'
import type { Reading, Word } from './draft.ts'
import type { Alternative, Note } from './structured-query.ts'

const shortestPart = 3

export interface Joined {
  /** How many words it is. */
  length: number
  alternatives: Alternative[]
  note?: Note
}

/** Reads two or three words that have a synonym together (`soccer ball`), or that products write as one (`tea pot`). */
export function readJoined(ahead: readonly Word[], { lexicon, verbatim }: Reading): Joined | undefined {
  for (const length of [3, 2]) {
    const row = ahead.slice(0, length)
    if (row.length < length || row.some(({ alternatives }) => alternatives)) continue
    const typed = row.map(({ text }) => text)
    const synonyms = lexicon.synonyms(typed).flatMap((words) => allOf(words, 0.85, lexicon))
    const joined = length === 2 && !verbatim ? compoundOf(typed, lexicon) : undefined
    const meant = synonyms.length === 0 && !joined && !verbatim ? misspelt(typed, lexicon) : undefined
    const whole = joined ?? meant
    if (synonyms.length === 0 && !whole) continue
    const isKind = whole ? hasCompounds(lexicon) : isKindOf(typed.at(-1)!, synonyms, lexicon)
    const alternatives = [
      ...allOf(typed, 1, lexicon),
      ...(whole ? waysOf(whole, 1, lexicon) : []),
      ...synonyms,
      ...(isKind ? waysOf(typed.at(-1)!, 0.4, lexicon) : []),
    ]
    const isSold = whole !== undefined && lexicon.terms(whole).some(lexicon.isStrong)
    const note: Note | undefined = isSold
      ? { kind: meant ? 'corrected' : 'joined', from: typed.join(' '), to: whole }
      : undefined
    return { length, alternatives: narrow(alternatives, lexicon), ...(note && { note }) }
  }
  return undefined
}

/** Words whose synonyms are sold are a kind of the last one: a frying pan is a pan, but a sleeping bag no bag. */
const isKindOf = (last: string, synonyms: Alternative[], lexicon: Lexicon): boolean =>
  !lexicon.isVague(last) && synonyms.some(({ stems }) => lexicon.isHead(stems.at(-1) ?? ''))

/**
 * Returns the word for two: `teapot`, and in languages with compounds `Schreibtischlampe` for either order. Products have it, or a
 * dictionary has it and no product has both: a `lap top bag` is a bag and no lap.
 */
function compoundOf([first = '', last = '']: string[], lexicon: Lexicon): string | undefined {
  const links = lexicon.languages[0]?.compounds?.links ?? ['']
  const orders = hasCompounds(lexicon)
    ? [
        [first, last],
        [last, first],
      ]
    : [[first, last]]
  const isSold = (word: string, left: string) =>
    lexicon.terms(word).some((term) => lexicon.isStrong(term) && bareOf(term).length > left.length + 1)
  const sold = orders.flatMap(([left = '', right = '']) =>
    links.flatMap((link) => (isSold(`${left}${link}${right}`, left) ? `${left}${link}${right}` : [])),
  )
  const isUnknown = [first, last].some((word) => !lexicon.terms(word).some(lexicon.isStrong))
  return sold[0] ?? (isUnknown && lexicon.isWord(`${first}${last}`) ? `${first}${last}` : undefined)
}

/** Returns the word of products that two words are but for a typing error in one of them: `tee pot` is a teapot. */
function misspelt([first = '', last = '', ...more]: string[], lexicon: Lexicon): string | undefined {
  const typed = `${first}${last}`
  if (more.length > 0 || Math.min(first.length, last.length) < shortestPart || lexicon.isWord(typed))
    return undefined
  const meant = lexicon.closest(typed, 1)
  if (!meant || meant.strong === 0) return undefined
  const { word } = meant
  const other = word.endsWith(last)
    ? word.slice(0, -last.length)
    : word.startsWith(first)
      ? word.slice(first.length)
      : ''
  const isPart = other.length >= shortestPart && ![first, last].includes(other) && lexicon.isWord(other)
  return isPart ? word : undefined
}

const hasCompounds = ({ languages }: Lexicon): boolean => languages[0]?.compounds !== undefined
