/** A document without the values that belong to one answer only. */
export interface SplitDocument {
  /** The text before, between and after the values, in UTF-8. */
  texts: Buffer[]
  /** For each place between the texts the index of its value. */
  places: number[]
}

/** Splits a document at each occurrence of the values, such as its nonce; undefined when one of them does not occur. */
export function splitDocument(body: Buffer, values: string[]): SplitDocument | undefined {
  const pattern = new RegExp(`(${values.map((value) => value.replaceAll(/\W/g, String.raw`\$&`)).join('|')})`)
  const pieces = body.toString().split(pattern)
  const texts = pieces.filter((_, at) => at % 2 === 0).map((text) => Buffer.from(text))
  const places = pieces.filter((_, at) => at % 2 === 1).map((value) => values.indexOf(value))
  return new Set(places).size === values.length ? { texts, places } : undefined
}

/** Puts values between texts, or between the pieces of a compressed document. */
export function joinDocument(texts: Buffer[], values: Buffer[]): Buffer {
  return Buffer.concat(texts.flatMap((text, at) => [text, ...values.slice(at, at + 1)]))
}
