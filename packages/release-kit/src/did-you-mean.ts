/** Returns the word closest to `typed`, undefined when none is close enough. */
export function nearest(typed: string, words: string[]): string | undefined {
  const enough = Math.max(1, Math.floor(typed.length / 3))
  const [best] = words
    .map((word) => ({ word, distance: word.startsWith(typed) ? 0 : distance(typed, word) }))
    .filter((it) => it.distance <= enough)
    .toSorted((a, b) => a.distance - b.distance)
  return best?.word
}

/** Returns `. Did you mean "…"?` for the closest of the words, empty when none is close. */
export function didYouMean(typed: string, words: string[]): string {
  const word = nearest(typed, words)
  return word ? `. Did you mean "${word}"?` : ''
}

/** Returns the optimal string alignment distance: insertions, deletions, replacements and transpositions. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => i || j),
  )
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity
      rows[i]?.splice(j, 1, Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced, swapped))
    }
  }
  return at(a.length, b.length)
}
