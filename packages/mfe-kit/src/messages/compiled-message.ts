/** Options of a plural or select: `one`, `other`, `=0`, or a value. Each has `other`. */
export type Options = Record<string, CompiledPart[]>

/**
 * A part of a compiled message: text; `0` for the number of the surrounding plural; the value `name`; a formatted value; a
 * choice by a number or a value; or a tag around parts, such as a link.
 */
export type CompiledPart =
  | string
  | 0
  | [name: string]
  | [name: string, kind: 'number' | 'date' | 'time', options: object]
  | [name: string, kind: 'plural' | 'ordinal', options: Options, offset: number]
  | [name: string, kind: 'select', options: Options]
  | [name: string, kind: 'tag', children: CompiledPart[]]

/** An ICU message as the build compiles it, so that no browser parses. Plain JSON. */
export type CompiledMessage = string | CompiledPart[]

/** The messages of one locale by key. */
export interface Catalog {
  /** The locale whose rules for plurals the messages follow. */
  locale: string
  messages: Record<string, CompiledMessage>
}
