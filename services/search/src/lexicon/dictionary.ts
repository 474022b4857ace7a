/** A set of words, as one string in binary order: a tenth of the memory of a Set. */
export interface Dictionary {
  has(word: string): boolean
}

export function packDictionary(words: Iterable<string>): Dictionary {
  const packed = `\n${[...new Set(words)].toSorted().join('\n')}\n`
  return { has: (word) => word !== '' && !word.includes('\n') && isIn(packed, word) }
}

function isIn(packed: string, word: string): boolean {
  let low = 0
  let high = packed.length - 1
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
