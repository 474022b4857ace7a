/** A set of words, as one string in binary order: a tenth of the memory of a Set. */
export interface Dictionary {
  has(word: string): boolean
}

/** Words that begin with the same letters are found by these, the others by halves. */
const sameLetters = 2

export function packDictionary(words: Iterable<string>): Dictionary {
  const sorted = [...new Set(words)].toSorted()
  const packed = `\n${sorted.join('\n')}\n`
  const ranges = rangesOf(sorted)
  return {
    has(word) {
      const range = ranges.get(word.slice(0, sameLetters))
      return range !== undefined && word !== '' && !word.includes('\n') && isIn(packed, word, range)
    },
  }
}

type Range = [low: number, high: number]

function rangesOf(sorted: string[]): Map<string, Range> {
  const ranges = new Map<string, Range>()
  let at = 0
  for (const word of sorted) {
    const begins = word.slice(0, sameLetters)
    const end = at + word.length + 1
    ranges.set(begins, [ranges.get(begins)?.[0] ?? at, end])
    at = end
  }
  return ranges
}

function isIn(packed: string, word: string, [from, to]: Range): boolean {
  let [low, high] = [from, to]
  while (low < high) {
    const start = packed.lastIndexOf('\n', (low + high) >> 1)
    const end = packed.indexOf('\n', start + 1)
    const found = packed.slice(start + 1, end)
    if (found === word) return true
    if (found < word) low = end
    else high = start
  }
  return false
}
