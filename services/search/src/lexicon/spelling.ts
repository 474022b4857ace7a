import { editDistance } from './edit-distance.ts'

/** A word that may be meant by another, and how often it occurs. */
export interface Spelt {
  word: string
  /** In one spelling: what is compared. */
  folded: string
  strong: number
  documents: number
}

export interface Spelling {
  /** Returns the likeliest word within that distance of a folded word. */
  closest(folded: string, max: 1 | 2): Spelt | undefined
}

/**
 * Indexes words for spelling help. An edit changes at most two letters of a word's set of letters, so a comparison of sets leaves
 * few of 30,000 words to measure.
 */
export function spellingOf(candidates: Iterable<Spelt>): Spelling {
  const words = [...candidates]
    .filter(({ folded }) => folded.length >= 3 && folded.length <= 24 && /^\p{L}+$/u.test(folded))
    .toSorted((a, b) => a.folded.length - b.folded.length)
  const letters = Int32Array.from(words, ({ folded }) => lettersOf(folded))
  const starts = Array.from({ length: 28 }, (_, length) => {
    const at = words.findIndex(({ folded }) => folded.length >= length)
    return at < 0 ? words.length : at
  })
  return {
    closest(folded, max) {
      if (folded.length > 24) return undefined
      const wanted = lettersOf(folded)
      let best: Spelt | undefined
      let bestScore = -Infinity
      const end = starts[Math.min(folded.length + max + 1, 27)]!
      for (let at = starts[Math.max(0, folded.length - max)]!; at < end; at++) {
        if (bitsOf(wanted ^ letters[at]!) > 2 * max) continue
        const candidate = words[at]!
        const distance = editDistance(folded, candidate.folded, max)
        if (distance > max) continue
        const score = likelihood(folded, candidate, distance)
        if (score > bestScore) [best, bestScore] = [candidate, score]
      }
      return best
    },
  }
}

const likelihood = (typed: string, { folded, strong, documents }: Spelt, distance: number): number =>
  -10 * distance + (folded[0] === typed[0] ? 6 : 0) + 2 * Math.log1p(strong) + 0.3 * Math.log1p(documents)

function lettersOf(word: string): number {
  let set = 0
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) & 31)
  return set
}

function bitsOf(set: number): number {
  let rest = set - ((set >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
