import type { Lexicon } from '../lexicon/lexicon.ts'

const [shortest, shortestMistyped] = [4, 5]

/** Returns the compound that is meant by one with a typing error in one of its parts: `Duftkerze` by `Duftkerzze`. */
export function correctedPart(typed: string, lexicon: Lexicon): string | undefined {
  if (!lexicon.languages[0]?.compounds || lexicon.isWord(typed)) return undefined
  for (let at = shortest; at <= typed.length - shortest; at++) {
    const [left, right] = [typed.slice(0, at), typed.slice(at)]
    const last = lexicon.isWord(left) ? soldFor(right, lexicon) : undefined
    const first = !last && lexicon.terms(right).some(lexicon.isStrong) ? soldFor(left, lexicon) : undefined
    const meant = last ? `${left}${last}` : first ? `${first}${right}` : undefined
    if (meant && lexicon.split(meant)) return meant
  }
  return undefined
}

const soldFor = (part: string, lexicon: Lexicon): string | undefined =>
  part.length >= shortestMistyped && !lexicon.isWord(part) ? lexicon.closest(part, 1)?.word : undefined
