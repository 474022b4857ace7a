import type { Analyzer } from '../index/analyzer.ts'
import { codes, longest, numbers } from '../lexicon/tokens.ts'

/** A part of a text, in UTF-16 code units. */
export type TextRange = { start: number; length: number }

type Word = TextRange & { stems: string[] }

// Whole words as they are written: with their marks and invisible characters, which analysis drops.
const runs = new RegExp(
  String.raw`${codes}|(?<!\p{L})t-(?=shirt)\p{L}+|${numbers}|\p{L}(?:[\p{L}\p{M}\p{Cf}]*[\p{L}\p{M}])?`,
  'giu',
)

const wordsIn = (text: string, analyzer: Analyzer): Word[] =>
  [...text.matchAll(runs)].map(({ 0: run, index: start }) => ({
    start,
    length: run.length,
    stems: stemsOf(run, analyzer),
  }))

// Reading a word takes some microseconds, and texts repeat theirs.
const mostRemembered = 50_000
const remembered = new WeakMap<Analyzer, Map<string, string[]>>()

function stemsOf(run: string, analyzer: Analyzer): string[] {
  const known = remembered.get(analyzer) ?? new Map<string, string[]>()
  remembered.set(analyzer, known)
  const stems = known.get(run) ?? analyzer.tokens(run).map((token) => analyzer.stem(token))
  if (known.size >= mostRemembered) known.clear()
  if (run.length <= longest) known.set(run, stems)
  return stems
}

/** Returns the stems of texts. */
export const stemsIn = (texts: string[], analyzer: Analyzer): Set<string> =>
  new Set(texts.flatMap((text) => wordsIn(text, analyzer)).flatMap(({ stems }) => stems))

/** Returns where a text has one of the stems; words with only spaces between them are one range. */
export function rangesOf(text: string, wanted: ReadonlySet<string>, analyzer: Analyzer): TextRange[] {
  const ranges: TextRange[] = []
  for (const { start, length, stems } of wordsIn(text, analyzer)) {
    if (!stems.some((stem) => wanted.has(stem))) continue
    const last = ranges.at(-1)
    const end = last && last.start + last.length
    if (last && /^\s*$/.test(text.slice(end, start))) last.length = start + length - last.start
    else ranges.push({ start, length })
  }
  return ranges
}
