import { formsOf, isMet, narrow, waysOf } from './alternatives.ts'
import type { Reading, Word } from './draft.ts'
import { kindWays, type Rescue, rescues } from './rescues.ts'
import type { Alternative, Note } from './structured-query.ts'
import { surelyTranslated } from './translations-of.ts'

interface ReadWord {
  alternatives: Alternative[]
  note?: Note
}

/** Reads a word. One that no product has is read otherwise, by the first way that finds one. */
export function readWord(word: Word, isLast: boolean, { lexicon, verbatim }: Reading): ReadWord {
  const { text } = word
  if (word.alternatives) return { alternatives: word.alternatives }
  const own = [...waysOf(text, 1, lexicon), ...surelyTranslated(text, lexicon)]
  if (verbatim || /\d/.test(text)) return { alternatives: narrow(own, lexicon) }
  if (own.some((each) => isMet(each, lexicon)))
    return { alternatives: narrow([...own, ...kindWays(text, lexicon)], lexicon) }
  for (const rescue of rescues) {
    const read = rescueBy(rescue, text, isLast)
    if (read) return { ...read, alternatives: narrow([...own, ...read.alternatives], lexicon) }
  }
  // Descriptions mention much: only the word itself is looked for there.
  return { alternatives: narrow(formsOf(text, 1, lexicon), lexicon) }

  function rescueBy(rescue: Rescue, typed: string, last: boolean): ReadWord | undefined {
    const read = rescue({ typed, isLast: last, lexicon })
    return read?.alternatives.some((each) => isMet(each, lexicon)) ? read : undefined
  }
}
