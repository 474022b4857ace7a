import { adding, type Step } from './draft.ts'
import { readJoined } from './read-joined.ts'
import { readWord } from './read-word.ts'
import type { Concept, Note } from './structured-query.ts'

/** Reads what is left as concepts: words that belong together first, then each by itself. */
export const readConcepts: Step = (draft, reading) => {
  const concepts: Concept[] = []
  const notes: Note[] = []
  for (let at = 0; at < draft.words.length;) {
    const word = draft.words[at]!
    const joined = readJoined(draft.words.slice(at), reading)
    const read = joined ?? { length: 1, ...readWord(word, at === draft.words.length - 1, reading) }
    const text = draft.words
      .slice(at, at + read.length)
      .map((each) => each.text)
      .join(' ')
    concepts.push({ text, alternatives: read.alternatives })
    if (read.note) notes.push(read.note)
    at += read.length
  }
  return adding({ ...draft, words: [] }, { concepts, notes })
}
