/** A document without the values that belong to one answer only. */
export interface SplitDocument {
  /** The text before, between and after the values, in UTF-8. */
  texts: Buffer[]
  /** For each place between the texts the index of its value. */
  places: number[]
}

/** Splits a document at each occurrence of the values, such as its nonce; undefined when one of them does not occur. */
export function splitDocument(body: Buffer, values: string[]): SplitDocument | undefined {
  const found = values.flatMap((value, place) => occurrences(body, value, place))
  found.sort((a, b) => a.start - b.start)
  const split: SplitDocument = { texts: [], places: [] }
  let from = 0
  for (const { start, end, place } of found) {
    split.texts.push(body.subarray(from, start))
    split.places.push(place)
    from = end
  }
  split.texts.push(body.subarray(from))
  return new Set(split.places).size === values.length ? split : undefined
}

/** Searches bytes: decoding the document and a pattern that is new for each cost four times as much. */
function occurrences(body: Buffer, value: string, place: number) {
  const found: { start: number; end: number; place: number }[] = []
  for (let start = body.indexOf(value); start >= 0; start = body.indexOf(value, start + value.length))
    found.push({ start, end: start + value.length, place })
  return found
}

/** Puts values between texts, or between the pieces of a compressed document. */
export function joinDocument(texts: Buffer[], values: Buffer[]): Buffer {
  return Buffer.concat(texts.flatMap((text, at) => [text, ...values.slice(at, at + 1)]))
}
