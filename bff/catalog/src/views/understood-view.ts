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
        plain = replaceWords(plain, words)
        if (isApplied(note.case, applied))
          filters.push({ ...toFilter(note), without: replaceWords(query, words) })
        break
      default:
        preferred.push(note.value)
    }
  }
  const shown = corrected.reduce((text, { from, to }) => replaceWords(text, from, to), query)
  return { shown, corrected, also, filters, plain, preferred }
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

/** Returns the query with some of its words replaced: whole words, else characters, else each word where others are between. */
function replaceWords(query: string, words: string, by = ''): string {
  const typed = wordsOf(query)
  const replaced = wordsOf(words)
  if (replaced.length === 0) return query
  const at = typed.findIndex((_, first) => replaced.every((word, n) => isSame(word, typed[first + n])))
  if (at >= 0) return typed.toSpliced(at, replaced.length, ...wordsOf(by)).join(' ')
  if (query.includes(words)) return wordsOf(query.replace(words, by)).join(' ')
  return typed.filter((word) => !replaced.some((each) => isSame(each, word))).join(' ')
}

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean)
const isSame = (word: string, other: string | undefined) => word.toLowerCase() === other?.toLowerCase()
