import { randomUUID } from 'node:crypto'
import type { SplitDocument } from './split-document.ts'

/** The values in a document that no other answer has. */
export interface OneTimeValues {
  nonce: string
  traceparent: string
  token?: string
  /** Idempotency keys of the document's forms, in the order of their making. */
  formKeys: string[]
}

/** Returns the values in the order of their indices in a split document. */
export function listValues({ nonce, traceparent, token, formKeys }: OneTimeValues): string[] {
  return [nonce, traceparent, ...(token === undefined ? [] : [token]), ...formKeys]
}

/** Returns the value for each place of a kept document, with new form keys. */
export function valuesInPlaces({ places }: SplitDocument, values: Omit<OneTimeValues, 'formKeys'>): Buffer[] {
  const known = listValues({ ...values, formKeys: [] })
  const all = Array.from({ length: Math.max(...places) + 1 }, (_, at) =>
    Buffer.from(known[at] ?? randomUUID()),
  )
  return places.flatMap((place) => all[place] ?? [])
}
