import { adding, type Draft, type Reading, type Step } from './draft.ts'
import { headOf, isSold, type Read } from './head-of.ts'
import { readJoined } from './read-joined.ts'
import { readVague } from './read-vague.ts'
import { readWord } from './read-word.ts'
import type { Note } from './structured-query.ts'
import { withWanted } from './with-wanted.ts'

/** Reads what is left as concepts: words that belong together first, then each by itself. */
export const readConcepts: Step = (draft, reading) => {
  const { lexicon, verbatim } = reading
  const { preferences, isDescriptive } = draft.query
  const { all, notes } = readAll(draft, reading)
  const head = isDescriptive ? undefined : headOf(all, preferences.gift ?? false, lexicon)
  const isUnsold = head !== undefined && !preferences.categories && !isSold(head, lexicon)
  const isFor = draft.words.some(({ part = 0 }) => part > 0)
  // A smell for a room is nothing that is sold, but says what is wanted.
  const about = isUnsold && isFor && !verbatim ? withWanted(head, lexicon) : head
  const concepts = all.map(({ concept }) =>
    concept === head && about
      ? { ...about, isHead: true, ...(isUnsold && about === head && { isUnsold }) }
      : concept,
  )
  return adding({ ...draft, words: [] }, { concepts, notes })
}

function readAll({ words: row, query: { isDescriptive, preferences } }: Draft, reading: Reading) {
  const isWanted = isDescriptive || preferences.gift
  const { lexicon, verbatim } = reading
  const all: Read[] = []
  const notes: Note[] = []
  for (let at = 0; at < row.length;) {
    const ahead = row.slice(at)
    const several = isDescriptive ? undefined : (readJoined(ahead, reading) ?? readVague(ahead, reading))
    const { length, alternatives, note } = several ?? {
      length: 1,
      ...readWord(row[at]!, at === row.length - 1, reading),
    }
    const words = row.slice(at, at + length)
    const concept = { text: words.map(({ text }) => text).join(' '), alternatives }
    all.push({ words, concept: isWanted && !verbatim ? withWanted(concept, lexicon) : concept })
    if (note) notes.push(note)
    at += length
  }
  return { all, notes }
}
