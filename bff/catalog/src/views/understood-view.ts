import type { Change, Note, UnderstoodFilters } from '@mallhive/contracts/search'

/** What was understood of a query. */
export type UnderstoodView = {
  /** The query with its corrections. */
  shown: string
  /** Words that nothing has, and those searched for instead. */
  corrected: ChangeView[]
  /** Words that others were searched for as well. */
  also: ChangeView[]
  filters: UnderstoodFilter[]
  /** The query that lacks all filters. */
  plain: string
  /** Words by which products are preferred. */
  preferred: string[]
  /** Words for a price in another currency, which filters nothing. */
  foreignPrices: string[]
}

type ChangeView = { from: string; to: string }

/** `without`: the query that lacks the filter. */
export type UnderstoodFilter = { without: string } & (
  | { kind: 'shop'; name: string }
  | { kind: 'price'; minMinor?: number; maxMinor?: number }
)

/** @param applied what the query filters by; a filter that the shopper has chosen otherwise is not among it */
export function toUnderstood(notes: Note[], query: string, applied?: UnderstoodFilters): UnderstoodView {
  const corrected: ChangeView[] = []
  const also: ChangeView[] = []
  const filters: UnderstoodFilter[] = []
  const preferred: string[] = []
  const foreignPrices: string[] = []
  let plain = query
  for (const { note, words } of notes) {
    switch (note.case) {
      case undefined:
        break
      case 'corrected':
        corrected.push(toChange(note.value))
        break
      case 'split':
      case 'joined':
      case 'translated':
        also.push(toChange(note.value))
        break
      case 'shop':
      case 'price':
        plain = withoutWords(plain, words)
        if (isApplied(note.case, applied))
          filters.push({ ...toFilter(note), without: withoutWords(query, words) })
        break
      case 'foreignPrice':
        foreignPrices.push(note.value)
        break
      default:
        preferred.push(note.value)
    }
  }
  const shown = corrected.reduce(
    (text, { from, to }) => text.replace(patternOf(wordsOf(from)), () => to),
    query,
  )
  return { shown, corrected, also, filters, plain, preferred, foreignPrices }
}

function isApplied(
  filter: 'shop' | 'price',
  { sellerSlug, price }: Partial<UnderstoodFilters> = {},
): boolean {
  if (filter === 'shop') return Boolean(sellerSlug)
  return price?.minMinor !== undefined || price?.maxMinor !== undefined
}

const toChange = ({ from, to }: Change): ChangeView => ({ from, to })

function toFilter(note: Extract<Note['note'], { case: 'shop' | 'price' }>) {
  if (note.case === 'shop') return { kind: 'shop' as const, name: note.value.name }
  const [minMinor, maxMinor] = [note.value.minMinor, note.value.maxMinor].map((minor) =>
    minor === undefined ? undefined : Number(minor),
  )
  return { kind: 'price' as const, minMinor, maxMinor }
}

/** Returns the query without some of its words and the punctuation at them: together, else each where others are between. */
function withoutWords(query: string, words: string): string {
  const taken = wordsOf(words)
  if (taken.length === 0) return query
  const together = patternOf(taken, punctuation)
  const patterns = together.test(query) ? [together] : taken.map((word) => patternOf([word], punctuation))
  return wordsOf(patterns.reduce((text, pattern) => text.replace(pattern, ' '), query)).join(' ')
}

const punctuation = String.raw`\p{P}*`
const between = String.raw`[^\p{L}\p{N}]+`

/** Matches whole words in a row, which spaces or punctuation separate, with what is around them. */
const patternOf = (words: string[], around = '') => {
  // A sign may touch a word: `lamp<30`.
  const before = /^[\p{L}\p{N}]/u.test(words[0] ?? '') ? String.raw`(?<![\p{L}\p{N}])` : ''
  const pattern = String.raw`${before}${words.map(escaped).join(between)}(?![\p{L}\p{N}])`
  return new RegExp(`${around}${pattern}${around}`, 'iu')
}

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean)
