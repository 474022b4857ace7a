import type { Mark } from '@mallhive/bff-catalog/router'

/** Returns the parts of a text in their order, marked and not; none is empty. */
export function markedParts(
  text: string,
  marks: Mark[],
): { start: number; part: string; isMarked: boolean }[] {
  let end = 0
  const parts = marks.flatMap(([start, length]) => {
    const from = end
    end = start + length
    return [
      { start: from, part: text.slice(from, start), isMarked: false },
      { start, part: text.slice(start, end), isMarked: true },
    ]
  })
  return [...parts, { start: end, part: text.slice(end), isMarked: false }].filter(({ part }) => part !== '')
}
