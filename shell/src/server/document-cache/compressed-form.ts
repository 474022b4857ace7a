import { explain, log } from '../log.ts'
import type { SentAgain } from './document-cache.ts'
import { spliceable } from './splice.ts'
import type { Coding, Spliceable } from './splice.ts'

/** Returns a document's compressed form. It is made after the first request for it, because many documents are sent once only. */
export function compressedForm(document: SentAgain, coding: Coding): Spliceable | undefined {
  const { forms, texts, lengths } = document
  if (!forms.has(coding)) {
    forms.set(coding, undefined)
    spliceable(coding, texts, lengths).then(
      (form) => forms.set(coding, form),
      (error: unknown) => log('warn', 'compressing a kept document failed', { why: explain(error) }),
    )
  }
  return forms.get(coding)
}
