import type { Lexicon } from '../lexicon/lexicon.ts'
import { allOf, narrow, waysOf } from './alternatives.ts'
import type { Reading, Word } from './draft.ts'
import type { Alternative, Note } from './structured-query.ts'

interface Joined {
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
    const whole = length === 2 && !verbatim ? compoundOf(typed, lexicon) : undefined
    if (synonyms.length === 0 && !whole) continue
    const alternatives = [
      ...allOf(typed, 1, lexicon),
      ...(whole ? waysOf(whole, 1, lexicon) : []),
      ...(whole && hasCompounds(lexicon) ? waysOf(typed.at(-1)!, 0.5, lexicon) : []),
      ...synonyms,
    ]
    const note: Note | undefined =
      whole === undefined ? undefined : { kind: 'joined', from: typed.join(' '), to: whole }
    return { length, alternatives: narrow(alternatives, lexicon), ...(note && { note }) }
  }
  return undefined
}

/** Returns the word that products have for two: `teapot`, and in languages with compounds `Schreibtischlampe` for either order. */
function compoundOf([first = '', last = '']: string[], lexicon: Lexicon): string | undefined {
  const links = lexicon.languages[0]?.compounds?.links ?? ['']
  const orders = hasCompounds(lexicon)
    ? [
        [first, last],
        [last, first],
      ]
    : [[first, last]]
  const written = orders.flatMap(([left = '', right = '']) => links.map((link) => `${left}${link}${right}`))
  return written.find((word) => word.length > 4 && lexicon.terms(word).some(lexicon.isStrong))
}

const hasCompounds = ({ languages }: Lexicon): boolean => languages[0]?.compounds !== undefined
