import { adding, type Step } from './draft.ts'
import { headOf, type Read } from './head-of.ts'
import { readJoined } from './read-joined.ts'
import { readWord } from './read-word.ts'
import type { Note } from './structured-query.ts'

/** Reads what is left as concepts: words that belong together first, then each by itself. */
export const readConcepts: Step = (draft, reading) => {
  const all: Read[] = []
  const notes: Note[] = []
  for (let at = 0; at < draft.words.length;) {
    const word = draft.words[at]!
    const joined = readJoined(draft.words.slice(at), reading)
    const { length, alternatives, note } = joined ?? {
      length: 1,
      ...readWord(word, at === draft.words.length - 1, reading),
    }
    const words = draft.words.slice(at, at + length)
    all.push({ words, concept: { text: words.map(({ text }) => text).join(' '), alternatives } })
    if (note) notes.push(note)
    at += length
  }
  const head = headOf(all, draft.query.preferences.gift ?? false, reading.lexicon)
  const concepts = all.map(({ concept }) => (concept === head ? { ...concept, isHead: true } : concept))
  return adding({ ...draft, words: [] }, { concepts, notes })
}
