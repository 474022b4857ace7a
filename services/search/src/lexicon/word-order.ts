/** Words in alphabetical order, to find those that begin with a text. */
export interface WordOrder {
  beginningWith(prefix: string): string[]
}

export function orderWords(words: Iterable<string>): WordOrder {
  const sorted = [...words].toSorted()
  const placeOf = (text: string) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle]! < text) low = middle + 1
      else high = middle
    }
    return low
  }
  return { beginningWith: (prefix) => sorted.slice(placeOf(prefix), placeOf(`${prefix}\u{FFFF}`)) }
}
