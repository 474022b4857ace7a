import type { Analyzer } from '../index/analyzer.ts'

/** A part of a text, in UTF-16 code units. */
export type TextRange = { start: number; length: number }

type Word = TextRange & { stems: string[] }

// Whole words as they are written: with their marks and invisible characters, which analysis drops.
const runs =
  /(?<!\p{L})t-(?=shirt)\p{L}+|\p{Nd}+(?:[.,]\p{Nd}+)*|\p{N}|\p{L}(?:[\p{L}\p{M}\p{Cf}]*[\p{L}\p{M}])?/giu

/** Returns the words of a text with their places and stems. */
export const wordsWithPlaces = (text: string, analyzer: Analyzer): Word[] =>
  [...text.matchAll(runs)].map(({ 0: run, index: start }) => ({
    start,
    length: run.length,
    stems: analyzer.tokens(run).map((token) => analyzer.stem(token)),
  }))

/** Returns where a text has one of the stems; words with only spaces between them are one range. */
export function rangesOf(text: string, wanted: ReadonlySet<string>, analyzer: Analyzer): TextRange[] {
  const ranges: TextRange[] = []
  for (const { start, length, stems } of wordsWithPlaces(text, analyzer)) {
    if (!stems.some((stem) => wanted.has(stem))) continue
    const last = ranges.at(-1)
    const end = last && last.start + last.length
    if (last && /^\s*$/.test(text.slice(end, start))) last.length = start + length - last.start
    else ranges.push({ start, length })
  }
  return ranges
}
