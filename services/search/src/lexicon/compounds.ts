import type { Analysis } from './analysis.ts'
import { wordsOf } from './language.ts'
import { bareOf, markOf } from './marks.ts'
import { orderWords } from './word-order.ts'
import { remembering } from './remembering.ts'

export interface Compounds {
  endingWith: (term: string) => string[]
  split: (word: string) => [first: string, last: string] | undefined
}

const [shortestPart, sureLength, longestWord, most] = [3, 5, 30, 24]
/** A first part that no list has needs as many letters, and the last one more. */
const [shortestUnknown, surestLength] = [4, 6]

interface Judges {
  /** Whether products or a dictionary have a word. */
  isMeant: (word: string) => boolean
  /** Whether products have a word or its synonyms. */
  isSold: (word: string) => boolean
}

/**
 * Returns the compounds of a language among the stems of products.
 * @param known stems, and how many products have each in a strong place
 */
export function compoundsIn(
  { language, fold, stem }: Analysis,
  known: readonly (readonly [string, number])[],
  { isMeant, isSold }: Judges,
): Compounds {
  const { compounds } = language
  if (!compounds) return { endingWith: () => [], split: () => undefined }
  const first = new Set(wordsOf(compounds.first).map(fold))
  const mark = markOf(language.locale)
  const own = known.filter(([term, count]) => count > 0 && term.startsWith(mark))
  const strong = new Map(
    own.map(([term, count]) => [bareOf(term), count] as const).filter(([term]) => term.length > shortestPart),
  )
  const backwards = orderWords([...strong.keys()].map(reversed))

  const shortLinksFirst = compounds.links.toSorted((one, other) => one.length - other.length)

  const isOne = (part: string) =>
    first.has(part) ||
    compounds.links.some((link) => {
      const bare = part.slice(0, part.length - link.length)
      return part.endsWith(link) && bare.length >= shortestPart && isMeant(bare)
    })
  const isFirst = (part: string) =>
    isOne(part) || cutsOf(part).some(([left, right]) => isOne(left) && isOne(right))

  const endingWith = (marked: string): string[] => {
    const term = bareOf(marked)
    if (term.length < shortestPart || !marked.startsWith(mark)) return []
    const found = backwards
      .beginningWith(reversed(term))
      .map(reversed)
      .filter((compound) => {
        const rest = compound.slice(0, -term.length)
        return (
          rest !== '' &&
          (isFirst(rest) ||
            (term.length >= sureLength && rest.length >= shortestPart && /[aeiouy]/.test(rest)))
        )
      })
    return found
      .toSorted((a, b) => (strong.get(b) ?? 0) - (strong.get(a) ?? 0))
      .slice(0, most)
      .map((each) => `${mark}${each}`)
  }

  // Two words come before three, then the last part that products have, then the longer first part: Schreibtisch, not Tischlampe.
  const split = (word: string): [string, string] | undefined => {
    const found = cutsOf(word).flatMap(([left, right]) => {
      if (!isMeant(right)) return []
      const isSure = isFirst(fold(left))
      const isLikely = left.length >= shortestUnknown && right.length >= surestLength && !isMeant(word)
      if (!(isSure || isLikely)) return []
      const length = word.length
      const isFound = isSold(right) || endingWith(stem(right)).length > 0
      const rank = (isSure ? 4 * length : 0) + (isOne(fold(left)) ? 2 * length : 0)
      return [{ left, right, rank: rank + (isFound ? length : 0) + left.length }]
    })
    const [best] = found.toSorted((one, other) => other.rank - one.rank)
    return best && [withoutLink(best.left), best.right]
  }
  const withoutLink = (part: string) =>
    shortLinksFirst
      .map((link) => (part.endsWith(link) ? part.slice(0, part.length - link.length) : ''))
      .find((bare) => bare.length >= shortestPart && isMeant(bare)) ?? part

  return { endingWith, split: remembering(split) }
}

/** Returns the ways to cut a word in two. Longer ones are not typed as one word. */
const cutsOf = (word: string): [string, string][] =>
  word.length > longestWord
    ? []
    : Array.from({ length: Math.max(0, word.length - 2 * shortestPart + 1) }, (_, n) => {
        const at = n + shortestPart
        return [word.slice(0, at), word.slice(at)]
      })

const reversed = (word: string): string => Array.from(word).toReversed().join('')
