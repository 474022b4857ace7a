import type { RememberedAnswer } from '@mallhive/process-kit/public-answers'

/** The answers of BFFs that a document is made from. */
export interface AnswerSources {
  /** Notes that a loader has called a procedure. */
  asked: () => void
  /** Notes the remembered answer that a call was given. */
  gave: (key: string, answer: RememberedAnswer) => void
  /** Returns the answers by their keys; undefined when a call failed or was given something that is not remembered. */
  remembered: () => ReadonlyMap<string, RememberedAnswer> | undefined
}

export function openAnswerSources(): AnswerSources {
  const answers = new Map<string, RememberedAnswer>()
  let open = 0
  return {
    asked: () => void open++,
    gave(key, answer) {
      // Another answer for a key that is known: the document shows both.
      if ((answers.get(key) ?? answer) !== answer) return
      answers.set(key, answer)
      open--
    },
    remembered: () => (open === 0 ? answers : undefined),
  }
}
