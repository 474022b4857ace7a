import type { Change, Note } from '@mallhive/contracts/search'

/** What was understood of a query. */
export type UnderstoodView = {
  /** Words that nothing has, and those searched for instead. */
  corrected: ChangeView[]
  /** Words that others were searched for as well. */
  also: ChangeView[]
  filters: UnderstoodFilter[]
  /** Words by which products are preferred. */
  preferred: string[]
}

type ChangeView = { from: string; to: string }

/** `without`: the query that lacks the filter; undefined where the words of the filter are not known. */
export type UnderstoodFilter = { without?: string } & (
  | { kind: 'shop'; name: string }
  | { kind: 'price'; minMinor?: number; maxMinor?: number }
)

export function toUnderstood(notes: Note[], query: string): UnderstoodView {
  const view: UnderstoodView = { corrected: [], also: [], filters: [], preferred: [] }
  for (const { note, words } of notes) {
    const without = withoutWords(query, words)
    switch (note.case) {
      case 'corrected':
        view.corrected.push(toChange(note.value))
        break
      case 'split':
      case 'joined':
      case 'translated':
        view.also.push(toChange(note.value))
        break
      case 'shop':
        view.filters.push({ kind: 'shop', name: note.value.name, without })
        break
      case 'price': {
        const { minMinor, maxMinor } = note.value
        view.filters.push({ kind: 'price', minMinor: number(minMinor), maxMinor: number(maxMinor), without })
        break
      }
      case undefined:
        break
      default:
        view.preferred.push(note.value)
    }
  }
  return view
}

const toChange = ({ from, to }: Change): ChangeView => ({ from, to })
const number = (minor: bigint | undefined) => (minor === undefined ? undefined : Number(minor))

/** Returns the query without whole words of it; undefined where it does not contain them. */
function withoutWords(query: string, words: string): string | undefined {
  const [typed, taken] = [query, words].map((text) => ` ${text.split(/\s+/).filter(Boolean).join(' ')} `)
  if (!typed || !taken?.trim() || !typed.includes(taken)) return undefined
  return typed.replace(taken, ' ').trim()
}
