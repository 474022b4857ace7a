import { wordsOf } from '../lexicon/language.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { allOf, isMet, waysOf } from './alternatives.ts'
import { bothWays, meanings } from './both-ways.ts'
import { correctedPart } from './corrected-part.ts'
import type { Alternative, Note } from './structured-query.ts'
import { surelyTranslated, translationsOf } from './translations-of.ts'

interface Unknown {
  typed: string
  isLast: boolean
  lexicon: Lexicon
}

/** Another way to read a word that no product has. */
export type Rescue = (word: Unknown) => { alternatives: Alternative[]; note?: Note } | undefined

const translated: Rescue = ({ typed, lexicon }) => {
  const met = translationsOf(typed, lexicon).filter((each) => isMet(each, lexicon))
  const first = lexicon
    .translations(typed)
    .find(({ words }) => allOf(words, 1, lexicon).some((each) => isMet(each, lexicon)))
  return {
    alternatives: met,
    ...(first && { note: { kind: 'translated', from: typed, to: first.words.join(' ') } }),
  }
}

/** Corrects typing errors, but no word of a dictionary: a shop without earrings does not sell bears instead. */
const corrected =
  (max: 1 | 2): Rescue =>
  ({ typed, lexicon }) => {
    const isReal =
      lexicon.isWord(typed) ||
      lexicon.terms(typed).some(lexicon.isKnown) ||
      lexicon.split(typed) !== undefined
    if (isReal || typed.length < (max === 1 ? 4 : 6)) return undefined
    const meant = lexicon.closest(typed, max)
    if (!meant) return undefined
    return {
      alternatives: [...waysOf(meant.word, 0.9, lexicon), ...surelyTranslated(meant.word, lexicon)],
      note: { kind: 'corrected', from: typed, to: meant.word },
    }
  }

/**
 * Splits `fountainpen`, and compounds: those are met by their last part alone as well, with less weight. One that has synonyms is
 * no kind of its last part: a `Fernglas` is no glass.
 */
const split: Rescue = ({ typed, lexicon }) => {
  if (lexicon.hasSynonyms(typed)) return undefined
  const compound = withoutSet(lexicon.split(typed), lexicon)
  const parts = compound ?? cut(typed, lexicon)
  if (!parts) return undefined
  const alternatives = compound ? compoundWays(compound, lexicon) : allOf(parts, 0.9, lexicon)
  return { alternatives, note: { kind: 'split', from: typed, to: parts.join(' ') } }
}

/** A set of knives is knives. */
function withoutSet(
  parts: [string, string] | undefined,
  { languages }: Lexicon,
): [string, string] | undefined {
  if (!parts) return undefined
  const [first, last] = parts
  return wordsOf(languages[0]?.title.begins).includes(last) ? [last, first] : parts
}

/** Returns the ways to meet a compound, less well, by its last part: a `Bratpfanne` is a pan. */
export function kindWays(typed: string, lexicon: Lexicon): Alternative[] {
  const last = lexicon.hasSynonyms(typed) ? undefined : lexicon.split(typed)?.at(-1)
  return last && lexicon.isThing(last) && !saysLittle(last, lexicon) ? waysOf(last, 0.5, lexicon) : []
}

const isMaterial = (word: string, { languages }: Lexicon): boolean =>
  languages.some(({ materials }) => Object.values(materials).some((list) => wordsOf(list).includes(word)))

function compoundWays([first, last]: [string, string], lexicon: Lexicon): Alternative[] {
  const both = bothWays(first, last, lexicon)
  return saysLittle(last, lexicon)
    ? both
    : [...both, ...meanings(last, lexicon).map(({ stems, weight }) => ({ stems, weight: 0.6 * weight }))]
}

/** A rolling pin, `Nudelholz`, is no wood, and a cutting board, `Schneidebrett`, no board. */
const saysLittle = (last: string, lexicon: Lexicon): boolean =>
  isMaterial(last, lexicon) || lexicon.isVague(last)

function cut(typed: string, { terms, isStrong, isStopWord }: Lexicon): [string, string] | undefined {
  for (let at = 3; at <= typed.length - 3; at++) {
    const [left, right] = [typed.slice(0, at), typed.slice(at)]
    const isSaid = (part: string) => !isStopWord(part) && terms(part).some(isStrong)
    if (isSaid(left) && isSaid(right)) return [left, right]
  }
  return undefined
}

const correctedCompound: Rescue = ({ typed, isLast, lexicon }) => {
  const meant = correctedPart(typed, lexicon)
  if (meant === undefined) return undefined
  const { alternatives } = split({ typed: meant, isLast, lexicon }) ?? {
    alternatives: waysOf(meant, 0.9, lexicon),
  }
  return { alternatives, note: { kind: 'corrected', from: typed, to: meant } }
}

/** Completes the last word, which may not be typed to its end. A real word is: a shop without bags offers no baguettes. */
const begun: Rescue = ({ typed, isLast, lexicon }) =>
  isLast && typed.length > 1 && !lexicon.isWord(typed)
    ? {
        alternatives: lexicon
          .beginningWith(typed, 8)
          .flatMap((word) => lexicon.terms(word).map((term) => ({ stems: [term], weight: 0.7 }))),
      }
    : undefined

export const rescues: Rescue[] = [translated, corrected(1), split, begun, correctedCompound, corrected(2)]
