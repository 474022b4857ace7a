import type { MessageInitShape } from '@bufbuild/protobuf'
import type { NoteSchema } from '@mallhive/contracts/search'
import type { Note } from '../query/structured-query.ts'
import { asTyped } from './as-typed.ts'

type NoteInit = MessageInitShape<typeof NoteSchema>

/** @param typed the query that the note is about */
export function toNote(note: Note, typed: string): NoteInit {
  switch (note.kind) {
    case 'corrected':
    case 'split':
    case 'joined':
    case 'translated':
      return { note: { case: note.kind, value: { from: asTyped(note.from, typed), to: note.to } } }
    case 'shop':
      return { words: note.words ?? '', note: { case: 'shop', value: { slug: note.slug, name: note.name } } }
    case 'price':
      return { words: note.words ?? '', note: { case: 'price', value: toPriceRange(note) } }
    default:
      return { note: { case: note.kind, value: asTyped(note.word, typed) } }
  }
}

export const toPriceRange = ({
  minMinor,
  maxMinor,
}: {
  minMinor?: number | undefined
  maxMinor?: number | undefined
}) => ({
  ...(minMinor !== undefined && { minMinor: BigInt(minMinor) }),
  ...(maxMinor !== undefined && { maxMinor: BigInt(maxMinor) }),
})
